import { expect } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';

/** One case of the public "build your RNN step by step" exercise; columns are examples. */
export interface CourseCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, OracleTensor>>;
  /** What the exercise prints: rows, or single numbers, of some arrays. */
  readonly printed: Readonly<Record<string, number | readonly number[]>>;
  readonly full: Readonly<Record<string, OracleTensor>> & {
    readonly gates?: Readonly<Record<string, OracleTensor>>;
  };
}

export function courseCase(name: string): CourseCase | null {
  const data = oracle<{ readonly cases: readonly CourseCase[] }>('course/rnn-step-by-step.json');
  return data?.cases.find((each) => each.name === name) ?? null;
}

export function tensorNamed(tensors: Readonly<Record<string, OracleTensor>>, name: string): OracleTensor {
  const tensor = tensors[name];
  if (!tensor) throw new Error(`the oracle has no ${name}`);
  return tensor;
}

/** Theirs (n, m[, T]) as ours (T, m, n). */
export function fromColumns({ shape, data }: OracleTensor): Float64Array {
  const [n = 0, m = 0, steps = 1] = shape;
  const result = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const unit = Math.floor(i / (m * steps));
    const example = Math.floor(i / steps) % m;
    result[((i % steps) * m + example) * n + unit] = data[i]!;
  }
  return result;
}

/** A matrix (rows, columns) as (columns, rows): their weights multiply from the left, ours from the right. */
export function transposed({ shape, data }: OracleTensor): Float64Array {
  return fromColumns({ shape: [shape[0] ?? 0, shape[1] ?? 0, 1], data });
}

/** Entry by entry, absolute. */
export function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(found[i]! - expected[i]!), `entry ${i}: ${found[i]} against ${expected[i]}`).toBeLessThan(
      tolerance,
    );
  }
}

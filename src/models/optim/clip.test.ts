import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { clipByNorm, gradientNorm } from './clip.ts';

interface ClipCase {
  readonly op: string;
  readonly max: number;
  readonly grads: readonly OracleTensor[];
  readonly total_norm: number;
  readonly clipped: readonly OracleTensor[];
}
const data = oracle<{ cases: readonly ClipCase[] }>('torch/ops.json');
const flatten = (tensors: readonly OracleTensor[]) => Float64Array.from(tensors.flatMap(({ data }) => data));

describe.skipIf(!data)('clipByNorm against PyTorch (skipped where ../shared/data is absent)', () => {
  const cases = (data?.cases ?? []).filter(({ op }) => op === 'clip_grad_norm');

  it('has three cases', () => expect(cases.map(({ max }) => max)).toEqual([1, 5, 100]));

  it.each(cases)('largest norm $max', ({ max, grads, total_norm, clipped }) => {
    const gradients = flatten(grads);
    // The inputs are written to nine digits, the norm was taken before rounding.
    expect(clipByNorm(gradients, max) / total_norm).toBeCloseTo(1, 8);
    flatten(clipped).forEach((expected, i) => {
      expect(Math.abs(gradients[i]! - expected)).toBeLessThan(1e-8);
    });
  });
});

describe('clipByNorm', () => {
  it('leaves a zero gradient and a short one alone', () => {
    const short = Float64Array.of(0.3, -0.4);
    expect(clipByNorm(new Float64Array(3), 1)).toBe(0);
    expect(clipByNorm(short, 1)).toBeCloseTo(0.5, 15);
    expect([...short]).toEqual([0.3, -0.4]);
  });

  it('changes the length, not the direction', () => {
    const gradients = Float64Array.of(3, -4, 12);
    expect(clipByNorm(gradients, 2)).toBe(13);
    expect(Math.abs(gradientNorm(gradients) - 2)).toBeLessThan(1e-6);
    expect(gradients[1]! / gradients[0]!).toBeCloseTo(-4 / 3, 12);
  });
});

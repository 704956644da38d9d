import type { EmbeddingVectorsAnswer } from '../../workers/embeddings/protocol.ts';

/** Rows of vectors, and their lengths. */
export interface VectorTable {
  readonly dimensions: number;
  readonly count: number;
  /** (count, d) row-major. */
  readonly rows: Float32Array;
  readonly lengths: Float64Array;
}

export function vectorTable(rows: Float32Array, dimensions: number): VectorTable {
  const count = rows.length / dimensions;
  const lengths = Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < dimensions; j++) sum += rows[i * dimensions + j]! ** 2;
    return Math.sqrt(sum);
  });
  return { dimensions, count, rows, lengths };
}

/** Both layers of a run. The output layer's rows are words' only where there are as many as words. */
export interface BothTables {
  readonly input: VectorTable;
  readonly output: VectorTable;
}

export const bothTables = ({ dimensions, input, output }: EmbeddingVectorsAnswer): BothTables => ({
  input: vectorTable(input, dimensions),
  output: vectorTable(output, dimensions),
});

/** Whether each word has an output vector: not so with a tree, whose rows are its inner nodes'. */
export const hasOutputWords = ({ input, output }: BothTables): boolean => input.count === output.count;

export const rowOf = ({ rows, dimensions }: VectorTable, id: number): Float64Array =>
  Float64Array.from(rows.subarray(id * dimensions, (id + 1) * dimensions));

/** Dot products of a row of one table with all rows of another. */
export function dotsWith(from: VectorTable, id: number, to: VectorTable): Float64Array {
  const { dimensions: d } = to;
  const dots = new Float64Array(to.count);
  for (let row = 0; row < to.count; row++) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += from.rows[id * d + j]! * to.rows[row * d + j]!;
    dots[row] = sum;
  }
  return dots;
}

/** The same divided by both lengths; 0 where one is 0. */
export function cosinesWith(from: VectorTable, id: number, to: VectorTable): Float64Array {
  return dotsWith(from, id, to).map((dot, row) => {
    const lengths = from.lengths[id]! * to.lengths[row]!;
    return lengths > 0 ? dot / lengths : 0;
  });
}

export interface Ranked {
  readonly id: number;
  readonly value: number;
}

/** The `most` largest values, the largest first, one id left out. */
export function largest(values: Float64Array, most: number, without = -1): readonly Ranked[] {
  const best: Ranked[] = [];
  for (let id = 0; id < values.length; id++) {
    const value = values[id]!;
    if (id === without || (best.length === most && value <= (best[most - 1]?.value ?? 0))) continue;
    const at = best.findIndex((other) => value > other.value);
    best.splice(at < 0 ? best.length : at, 0, { id, value });
    if (best.length > most) best.pop();
  }
  return best;
}

/** Place of one id from the largest value down, from 1; ties share the better place. */
export function placeOf(values: Float64Array, id: number, without = -1): number {
  let place = 1;
  for (let other = 0; other < values.length; other++) {
    if (other !== without && values[other]! > values[id]!) place++;
  }
  return place;
}

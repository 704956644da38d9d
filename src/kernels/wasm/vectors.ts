import type { VectorKernels } from '../../models/vectors/answer.ts';
import { createAnalogyKernel } from './vector-analogies.ts';
import { createRowKernel } from './vector-rows.ts';

/** What assembly/vectors.ts exports; addresses and sizes are numbers. */
export interface VectorExports {
  dotBytes(
    rows: number,
    count: number,
    d: number,
    query: number,
    blocks: number,
    scales: number,
    times: number,
    out: number,
  ): void;
  dotFloats(rows: number, count: number, d: number, query: number, blocks: number, out: number): void;
  products(
    words: number,
    count: number,
    rows: number,
    columns: number,
    width: number,
    packed: number,
    out: number,
  ): void;
  bestSum(a: number, b: number, c: number, from: number, to: number, key: number): number;
  bestProduct(
    a: number,
    b: number,
    c: number,
    from: number,
    to: number,
    epsilon: number,
    key: number,
  ): number;
}

/** What searches a set of vectors, in SIMD; the set's rows have to grow in `rows.memory`. */
export function createVectorKernels(module: WebAssembly.Module): VectorKernels {
  return { rows: createRowKernel(module), analogies: () => createAnalogyKernel(module) };
}

import { jointAffinities } from '../../models/projection/affinities.ts';
import type { NearestNeighbours, SparseP } from '../../models/projection/tsne-types.ts';
import { createArena, createMemory } from './arena.ts';
import type { TsneExports } from './tsne-exports.ts';

/** Rows that are worked on together. */
const BLOCK = 256;

/** `affinities` of models/projection/affinities.ts, its bisection in 32 bits. */
export function kernelAffinities(
  module: WebAssembly.Module,
  { count, indices, distances }: NearestNeighbours,
  perplexity: number,
): SparseP {
  const stride = Math.ceil(count / 4) * 4;
  const arena = createArena();
  const at = arena.take(BLOCK * stride);
  const memory = createMemory(arena.size(), false);
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TsneExports;
  const rows = new Float32Array(memory.buffer, at, BLOCK * stride);
  const conditional = new Float32Array(distances.length);
  const n = distances.length / count;
  const target = Math.log(Math.min(perplexity, count));
  for (let first = 0; first < n; first += BLOCK) {
    const some = Math.min(BLOCK, n - first);
    for (let i = 0; i < some; i++) {
      rows.set(distances.subarray((first + i) * count, (first + i + 1) * count), i * stride);
    }
    kernel.conditionalRows(at, some, count, target);
    for (let i = 0; i < some; i++) {
      conditional.set(rows.subarray(i * stride, i * stride + count), (first + i) * count);
    }
  }
  return jointAffinities(indices, conditional, count);
}

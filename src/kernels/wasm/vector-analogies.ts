import { type AnalogyKernel, BATCH } from '../../models/vectors/analogy-kernel.ts';
import { EPSILON } from '../../models/vectors/cos-mul.ts';
import { createArena, createMemory } from './arena.ts';
import type { VectorExports } from './vectors.ts';

/** Columns in a panel of a product. */
const PANEL = 8;

/** Many analogies over the same rows, in SIMD: one matrix product for the cosines, then sums of three of its rows. */
export function createAnalogyKernel(module: WebAssembly.Module): AnalogyKernel {
  let at = { words: 0, rows: 0, packed: 0, cosines: 0, key: 0 };
  let [width, words, d] = [0, 0, 0];
  let memory = createMemory(0, false);
  let run: VectorExports | null = null;
  let key = new Float32Array(1);
  let rows = new Float32Array(0);
  return {
    get rows() {
      return rows;
    },
    get key() {
      return key[0] ?? Number.NEGATIVE_INFINITY;
    },
    load(vectors, count, dimensions) {
      [words, d, width] = [count, dimensions, Math.ceil(dimensions / PANEL) * PANEL];
      const places = createArena();
      at = {
        words: places.take(count * width),
        rows: places.take(BATCH * width),
        packed: places.take(BATCH * width),
        cosines: places.take(count * BATCH),
        key: places.take(4),
      };
      memory = createMemory(places.size(), false);
      run = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as VectorExports;
      spread(vectors, count, d, new Float32Array(memory.buffer, at.words, count * width));
      key = new Float32Array(memory.buffer, at.key, 1);
      rows = new Float32Array(BATCH * d);
    },
    compare(count) {
      spread(rows, count, d, new Float32Array(memory.buffer, at.rows, BATCH * width));
      run?.products(at.words, words, at.rows, BATCH, width, at.packed, at.cosines);
    },
    best(question, first, from, to, method) {
      const [a, b, c] = [0, 1, 2].map((i) => at.cosines + 4 * BATCH * (question[first + i] ?? 0));
      if (!run || a === undefined || b === undefined || c === undefined) return -1;
      if (method === 'add') return run.bestSum(a, b, c, from, to, at.key);
      return run.bestProduct(a, b, c, from, to, EPSILON, at.key);
    },
  };
}

/** Tight rows of d numbers into rows of more, which are 0 there. */
function spread(tight: Float32Array, count: number, d: number, out: Float32Array): void {
  const width = Math.ceil(d / PANEL) * PANEL;
  for (let row = 0; row < count; row++) out.set(tight.subarray(row * d, (row + 1) * d), row * width);
}

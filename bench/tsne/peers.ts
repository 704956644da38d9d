import { readFile } from 'node:fs/promises';
import { Matrix, TSNE } from '@saehrimnir/druidjs';
import type { SparseP } from '../../src/models/projection/tsne-types.ts';

/** A t-SNE in the making. */
export interface Peer {
  step(iterations: number): void;
  /** (n, 2). */
  positions(): ArrayLike<number>;
}

/** What of druidjs' class its types keep to itself. */
interface DruidInside {
  _P: Matrix;
  Y: Matrix;
  init(): unknown;
  next(): unknown;
}

/**
 * druidjs' exact t-SNE, on its WebAssembly kernels, with our P and start in place of its own. Its η has the 4 of the gradient in it:
 * 50 there is 200 here. Its exaggeration (4, for 100 iterations) cannot be chosen.
 */
export function openDruid(P: SparseP, start: ArrayLike<number>): Peer {
  const n = P.starts.length - 1;
  const rows = Array.from({ length: n }, (_, i) => [start[2 * i] ?? 0, start[2 * i + 1] ?? 0]);
  const inside = new TSNE(rows, { perplexity: 5, epsilon: 50, d: 2, seed: 1 }) as unknown as DruidInside;
  inside.init();
  const values = new Float64Array(n * n).fill(1e-100);
  for (let i = 0; i < n; i++) {
    for (let k = P.starts[i] ?? 0; k < (P.starts[i + 1] ?? 0); k++) {
      values[i * n + (P.columns[k] ?? 0)] = P.values[k] ?? 0;
    }
  }
  inside._P = new Matrix(n, n, (row: number, column: number) => values[row * n + column] ?? 0);
  inside.Y = new Matrix(n, 2, (row: number, axis: number) => start[2 * row + axis] ?? 0);
  return {
    step(iterations) {
      for (let i = 0; i < iterations; i++) inside.next();
    },
    positions: () => inside.Y.values,
  };
}

/** wasm-bhtsne on this thread: it finds its own P and draws its own start, neither of which can be given. */
export async function openBarnesHut(vectors: Float32Array, d: number, perplexity: number): Promise<Peer> {
  const scope = globalThis as { self?: unknown; addEventListener?: unknown; removeEventListener?: unknown };
  // Its loader listens for messages to the threads that it does not start here.
  scope.self ??= globalThis;
  scope.addEventListener ??= () => {};
  scope.removeEventListener ??= () => {};
  const { default: load, bhtSNEf32 } = await import('wasm-bhtsne');
  await load({ module_or_path: await readFile('node_modules/wasm-bhtsne/wasm_bhtsne_bg.wasm') });
  const rows = Array.from({ length: vectors.length / d }, (_, i) =>
    Array.from(vectors.subarray(i * d, (i + 1) * d)),
  );
  const map = new bhtSNEf32(rows, { perplexity, theta: 0.5, learning_rate: 200 });
  let found: readonly (readonly number[])[] = [];
  const peer: Peer = {
    step(iterations) {
      found = map.step(iterations);
    },
    positions: () => found.flat(),
  };
  return peer;
}

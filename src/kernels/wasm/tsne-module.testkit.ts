import { readFile } from 'node:fs/promises';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { createRandom } from '../../models/random.ts';

/** The plain build of the maps' kernels, made first when it is older than its sources. */
export async function readTsneModule(): Promise<WebAssembly.Module> {
  await buildKernels();
  return WebAssembly.compile(await readFile(new URL('./build/tsne-simd.wasm', import.meta.url)));
}

/** The last value of a generator. */
export function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Points of `d` dimensions around `centres` middles, which are `apart` times as far from one another as points from theirs. */
export function blobs(n: number, d: number, centres: number, apart: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const middles = Array.from({ length: centres * d }, () => apart * random.normal());
  return Float32Array.from({ length: n * d }, (_, i) => {
    const own = Math.floor(i / d) % centres;
    return (middles[own * d + (i % d)] ?? 0) + random.normal();
  });
}

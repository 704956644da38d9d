// @ts-check
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildKernels } from './build-kernels.mjs';

it('leaves a valid module for every gear, and nothing to do the second time', async () => {
  await Promise.all([buildKernels(), buildKernels()]);
  expect(await buildKernels()).toBe(false);
  for (const name of ['simd', 'relaxed', 'simd-threads', 'relaxed-threads']) {
    expect(existsSync(new URL(`../src/kernels/wasm/build/${name}.wasm`, import.meta.url)), name).toBe(true);
  }
  expect(existsSync(new URL('../src/kernels/wasm/build/lock', import.meta.url))).toBe(false);
});

import { readFile } from 'node:fs/promises';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { openWasm, type WasmBuild, type WasmModules } from './engine.ts';
import type { WasmEngine, WasmGears } from './types.ts';

async function read(build: WasmBuild): Promise<BufferSource> {
  await buildKernels();
  return readFile(new URL(`./build/${build}.wasm`, import.meta.url));
}

/** The builds on disk, made first when they are absent or older than their sources. */
export const TEST_MODULES: WasmModules = {
  simd: () => read('simd'),
  relaxed: () => read('relaxed'),
  'simd-threads': () => read('simd-threads'),
  'relaxed-threads': () => read('relaxed-threads'),
};

export async function readTestModule(build: WasmBuild): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await read(build));
}

/** The kernels in Node; plain SIMD on one thread unless told otherwise. */
export function openTestWasm(wanted: Partial<WasmGears> = {}): Promise<WasmEngine> {
  return openWasm(TEST_MODULES, { relaxed: false, threads: 1, ...wanted });
}

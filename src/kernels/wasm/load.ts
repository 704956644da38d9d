import { createThread } from './browser-thread.ts';
import relaxed from './build/relaxed.wasm?url';
import relaxedThreads from './build/relaxed-threads.wasm?url';
import simd from './build/simd.wasm?url';
import simdThreads from './build/simd-threads.wasm?url';
import { openWasm, type WasmBuild } from './engine.ts';
import { fetchModule } from './fetch-module.ts';
import type { WasmEngine, WasmGears } from './types.ts';

const ADDRESSES: Readonly<Record<WasmBuild, string>> = {
  simd,
  relaxed,
  'simd-threads': simdThreads,
  'relaxed-threads': relaxedThreads,
};

/** Opens the kernels in a browser: fetches the one build that is used. */
export function loadWasm(wanted: Partial<WasmGears> = {}): Promise<WasmEngine> {
  return openWasm(
    {
      simd: () => fetchModule(ADDRESSES.simd),
      relaxed: () => fetchModule(ADDRESSES.relaxed),
      'simd-threads': () => fetchModule(ADDRESSES['simd-threads']),
      'relaxed-threads': () => fetchModule(ADDRESSES['relaxed-threads']),
    },
    wanted,
    createThread,
  );
}

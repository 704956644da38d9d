import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env, setBackend } from '@tensorflow/tfjs-core';
import type { OpenContestant } from './contestant.ts';
import { openLayers } from './layers.ts';

/**
 * TF.js layers on TF.js's WASM backend, with its SIMD, on one thread: its threaded build starts its workers from the source text
 * of its own loader, which no longer runs once a bundler has minified it.
 */
export const openLayersWasm: OpenContestant = async (shape, start) => {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    // A path for it is required, though it is never asked for.
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
  await setBackend('wasm');
  return openLayers(shape, start, null);
};

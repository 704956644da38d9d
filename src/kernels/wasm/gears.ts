import type { WasmGears } from './types.ts';

/*
 * The smallest modules that use a feature: () → v128 of `i32x4.splat 0`, and the same with `f32x4.relaxed_madd`. A browser
 * that lacks the feature calls them invalid.
 */
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0];
const SPLAT = [0x41, 0, 0xfd, 0x11];
const SIMD = [...HEADER, 10, 8, 1, 6, 0, ...SPLAT, 0x0b];
const RELAXED = [...HEADER, 10, 19, 1, 17, 0, ...SPLAT, ...SPLAT, ...SPLAT, 0xfd, 0x85, 2, 0x0b];

/** More threads than this find too little to do between two barriers. */
const MOST_THREADS = 4;

function isValid(bytes: readonly number[]): boolean {
  try {
    return WebAssembly.validate(Uint8Array.from(bytes));
  } catch {
    return false;
  }
}

/** Whether kernels can run at all: WebAssembly with SIMD. */
export function isWasmSupported(): boolean {
  return typeof WebAssembly === 'object' && isValid(SIMD);
}

/** Whether memory can be shared: browsers allow it on cross-origin isolated pages only. */
function canShare(): boolean {
  const { crossOriginIsolated } = globalThis as { readonly crossOriginIsolated?: boolean };
  return typeof SharedArrayBuffer === 'function' && crossOriginIsolated !== false;
}

/** A page's own thread must not wait for others: kernels that share their work run in workers. */
function mayWait(): boolean {
  return typeof document === 'undefined';
}

/** What this machine offers. Where the number of cores is not told, there may be two. */
export function detectGears(): WasmGears {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 2;
  const shares = canShare() && mayWait();
  return { relaxed: isValid(RELAXED), threads: shares ? Math.max(1, Math.min(MOST_THREADS, cores)) : 1 };
}

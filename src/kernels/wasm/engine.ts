import { detectGears } from './gears.ts';
import { ALONE, createNextSymbol } from './next-symbol.ts';
import { createSequence } from './sequence.ts';
import type { WasmEngine, WasmGears } from './types.ts';

/** One build a gear, compiled or as bytes; only the one that is used is asked for. */
export type WasmModules = {
  readonly [Build in WasmBuild]?: () => Promise<WebAssembly.Module | BufferSource>;
};

/** Builds of the one source: with relaxed SIMD, with threads (shared memory), with both, with neither. */
export type WasmBuild = 'simd' | 'relaxed' | 'simd-threads' | 'relaxed-threads';

export function buildOf({ relaxed, threads }: WasmGears): WasmBuild {
  return `${relaxed ? 'relaxed' : 'simd'}${threads > 1 ? '-threads' : ''}`;
}

/**
 * Opens the kernels in the best gear that is both wanted and there. Rejects when the module cannot be had or compiled.
 */
export async function openWasm(modules: WasmModules, wanted: Partial<WasmGears> = {}): Promise<WasmEngine> {
  const found = detectGears();
  const gears: WasmGears = { relaxed: found.relaxed && (wanted.relaxed ?? true), threads: 1 };
  const source = await modules[buildOf(gears)]?.();
  if (!source) throw new Error(`the ${buildOf(gears)} build of the kernels is missing`);
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  return {
    gears,
    createNextSymbol: (...args) => createNextSymbol(module, false, ALONE, ...args),
    createSequence: (...args) => createSequence(module, false, ...args),
    dispose() {},
  };
}

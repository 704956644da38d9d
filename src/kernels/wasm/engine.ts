import { ALONE, type CreateThread, type Crew, createCrew } from './crew.ts';
import { detectGears } from './gears.ts';
import { createNetwork } from './network.ts';
import { createSequence } from './sequence.ts';
import { threadsPay } from './threads-pay.ts';
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
 * Opens the kernels in the best gear that is both wanted and there; threads that do not start are done without. Rejects
 * when the module cannot be had or compiled.
 */
export async function openWasm(
  modules: WasmModules,
  wanted: Partial<WasmGears> = {},
  createThread: CreateThread | null = null,
): Promise<WasmEngine> {
  const found = detectGears();
  const relaxed = found.relaxed && (wanted.relaxed ?? true);
  const threads = createThread ? Math.min(found.threads, wanted.threads ?? found.threads) : 1;
  if (threads > 1 && createThread) {
    const engine = await openThreaded(modules, { relaxed, threads }, createThread).catch(() => null);
    if (engine) return engine;
  }
  const alone = { relaxed, threads: 1 };
  return createEngine(await moduleOf(modules, alone), alone, ALONE);
}

async function openThreaded(
  modules: WasmModules,
  gears: WasmGears,
  createThread: CreateThread,
): Promise<WasmEngine> {
  const module = await moduleOf(modules, gears);
  return createEngine(module, gears, await createCrew(module, gears.threads, createThread));
}

async function moduleOf(modules: WasmModules, gears: WasmGears): Promise<WebAssembly.Module> {
  const build = buildOf(gears);
  const source = await modules[build]?.();
  if (!source) throw new Error(`the ${build} build of the kernels is missing`);
  return source instanceof WebAssembly.Module ? source : WebAssembly.compile(source);
}

function createEngine(module: WebAssembly.Module, gears: WasmGears, crew: Crew): WasmEngine {
  const shared = gears.threads > 1;
  return {
    gears,
    createNetwork(network, size, optimizer, options) {
      const together = threadsPay(network, size);
      return createNetwork(module, shared, together ? crew : ALONE, network, size, optimizer, options);
    },
    createSequence: (...args) => createSequence(module, shared, ...args),
    dispose: crew.dispose,
  };
}

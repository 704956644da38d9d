import { kernelAffinities } from '../../kernels/wasm/affinities.ts';
import { detectGears } from '../../kernels/wasm/gears.ts';
import { loadTsneModule } from '../../kernels/wasm/load-tsne.ts';
import { kernelNeighbours } from '../../kernels/wasm/neighbours.ts';
import { createTsneKernel } from '../../kernels/wasm/tsne.ts';
import { createTsneOnDevice } from '../../kernels/wgsl/tsne.ts';
import { isTsneSound } from '../../kernels/wgsl/tsne-check.ts';
import { findAdapter } from '../adapter.ts';
import { chooseTier, detailOf, type SelfTestResult, type WasmVerdict } from '../backend.ts';
import type { FailedTier, Tier } from '../protocol.ts';
import type { OpenedTools } from './host.ts';
import { selfTest } from './self-test.ts';
import { type MapTools, REFERENCE_TOOLS } from './tools.ts';

/** Where tools come from; each is asked at most once a worker, for all maps that it makes. */
export interface ToolSources {
  wasm(): Promise<MapTools | null>;
  /** Null where the browser gives no device. */
  device(): Promise<GPUDevice | null>;
}

/** From so many points on a map is worth the way to the graphics processor and back. */
export const DEVICE_FROM = 2000;

const once = <Result>(make: () => Promise<Result>): (() => Promise<Result>) => {
  let made: Promise<Result> | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

/** The tier's tools over a module of `kernels/wasm`. */
export function wasmTools(module: WebAssembly.Module): MapTools {
  return {
    tier: 'wasm',
    neighbours: (vectors, d, count) => kernelNeighbours(module, vectors, d, count),
    affinities: (near, perplexity) => kernelAffinities(module, near, perplexity),
    createTsne: (P, settings, start) => createTsneKernel(module, P, settings, start),
    dispose() {},
  };
}

export const BROWSER_SOURCES: ToolSources = {
  wasm: once(async () => {
    const module = await loadTsneModule();
    return module && wasmTools(module);
  }),
  device: once(async () => {
    const adapter = await globalThis.navigator?.gpu?.requestAdapter({ powerPreference: 'high-performance' });
    return (await adapter?.requestDevice()) ?? null;
  }),
};

/** A device moves the points; all before that is the processor's. */
function deviceTools(device: GPUDevice, rest: MapTools, from: number): MapTools {
  return {
    ...rest,
    tier: 'webgpu',
    createTsne: (P, settings, start) =>
      start.length / settings.dimensions >= from
        ? createTsneOnDevice(device, P, settings, start)
        : rest.createTsne(P, settings, start),
  };
}

export type OpenTools = (
  request: { readonly pinned: Tier | null; readonly excluded: readonly FailedTier[] },
  trying: (tier: Tier) => void,
) => Promise<OpenedTools>;

/** Chooses the tier that makes maps: a device with hardware behind it, WASM, the reference; each only if it agrees with that. */
export function createOpenTools(sources: ToolSources = BROWSER_SOURCES): OpenTools {
  const wasmVerdict = once(() => verdictOf(sources));
  const deviceVerdict = once(() => testDevice(sources));
  return async ({ pinned, excluded }, trying) => {
    const choice = await chooseTier(
      { pinned, computedOn: null, excluded },
      {
        findAdapter,
        testWebgpu() {
          trying('webgpu');
          return deviceVerdict();
        },
        testWasm() {
          trying('wasm');
          return wasmVerdict();
        },
        timeStep: async () => null,
      },
    );
    trying(choice.tier);
    const isOut = excluded.some(({ tier }) => tier === 'wasm');
    const isSound = choice.tier !== 'js' && !isOut && (await wasmVerdict()).verdict === 'agrees';
    const wasm = isSound ? await sources.wasm() : null;
    const tools = choice.tier === 'js' ? REFERENCE_TOOLS : (wasm ?? REFERENCE_TOOLS);
    const device = choice.tier === 'webgpu' ? await sources.device() : null;
    const from = pinned === 'webgpu' ? 0 : DEVICE_FROM;
    return { choice, tools: device ? deviceTools(device, tools, from) : tools };
  };
}

async function verdictOf(sources: ToolSources): Promise<WasmVerdict> {
  try {
    const tools = await sources.wasm();
    if (!tools) return { verdict: 'unavailable', detail: '' };
    const detail = await selfTest(tools);
    if (detail) return { verdict: 'disagrees', detail };
    return { verdict: 'agrees', gears: { relaxed: detectGears().relaxed, threads: 1 } };
  } catch (error) {
    return { verdict: 'unavailable', detail: detailOf(error) };
  }
}

async function testDevice(sources: ToolSources): Promise<SelfTestResult> {
  const device = await sources.device();
  if (!device) return { agrees: false, detail: 'no device' };
  return (await isTsneSound(device)) ? { agrees: true } : { agrees: false, detail: 't-SNE' };
}

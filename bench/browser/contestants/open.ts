import type { ContestantId } from '../contestants.ts';
import type { OpenContestant } from './contestant.ts';

/** Where each contestant's code is: fetched only by the worker that holds it. */
export const OPENERS: Readonly<Record<ContestantId, () => Promise<OpenContestant>>> = {
  js: async () => (await import('./js.ts')).openJs,
  wasm: async () => (await import('./wasm.ts')).openWasmPlain,
  'wasm-relaxed': async () => (await import('./wasm.ts')).openWasmRelaxed,
  'wasm-threads': async () => (await import('./wasm.ts')).openWasmThreads,
  webgpu: async () => (await import('./webgpu.ts')).openWebgpu,
  'tfjs-layers-cpu': async () => (await import('./layers-cpu.ts')).openLayersCpu,
  'tfjs-layers-wasm': async () => (await import('./layers-wasm.ts')).openLayersWasm,
  'tfjs-layers-webgpu': async () => (await import('./layers-webgpu.ts')).openLayersWebgpu,
};

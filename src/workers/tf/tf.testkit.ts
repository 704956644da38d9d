import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { env, registerBackend, setBackend } from '@tensorflow/tfjs-core';
import { openWebgpu, type TfEngine } from './engine.ts';

/** TF.js on its own CPU backend: the graph's mathematics without a device. */
export async function openCpu(): Promise<TfEngine> {
  // Its advice about another package is not for test logs.
  env().set('PROD', true);
  registerBackend('cpu', () => new MathBackendCPU());
  await setBackend('cpu');
  return {
    workDone: async () => {},
    lost: new Promise(() => {}),
    loseDevice() {},
    dispose() {},
  };
}

/**
 * WebGPU in Node through Dawn, or why not. Needs a Vulkan driver: a software one ships with Chromium, and `npm test` sets
 * VK_ICD_FILENAMES and LD_LIBRARY_PATH to it.
 */
export async function openDawn(): Promise<TfEngine | string> {
  try {
    const { create, globals } = await import('webgpu');
    const gpu = create([]);
    if (!(await gpu.requestAdapter())) return 'Dawn finds no adapter';
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
    return await openWebgpu(gpu);
  } catch (error) {
    return `Dawn does not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

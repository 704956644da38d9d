import { engine, env, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** The device under TF.js's current backend: what the trainer must know of it. */
export interface TfEngine {
  /** Resolves when the device has done what it was given so far; TF.js may still hold back the last few dispatches. */
  workDone(): Promise<unknown>;
  /** Resolves with the reason if the device is lost; never, if it is not. */
  readonly lost: Promise<string>;
  loseDevice(): void;
  /** Frees the device. */
  dispose(): void;
}

/** Limits that TF.js's kernels use as far as the adapter allows; a device gets only the minimum unless it asks. */
const LIMITS = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/**
 * Makes WebGPU TF.js's backend, on a device of our own: TF.js's registration hides the device, and its loss would go
 * unnoticed. Throws when there is no adapter or no device.
 */
export async function openWebgpu(gpu: GPU = navigator.gpu): Promise<TfEngine> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no WebGPU adapter');
  const requiredLimits = Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]]));
  const device = await adapter.requestDevice({ requiredLimits });
  // TF.js computes small tensors on the CPU unless told otherwise, and would so be tested on the wrong device.
  env().set('WEBGPU_CPU_FORWARD', false);
  const backend = new WebGPUBackend(device, adapter.info);
  forgetBackend();
  registerBackend('webgpu', () => backend);
  await setBackend('webgpu');
  return {
    workDone: () => device.queue.onSubmittedWorkDone(),
    lost: device.lost.then(({ message, reason }) => message || reason),
    loseDevice: () => device.destroy(),
    dispose() {
      forgetBackend();
      device.destroy();
    },
  };
}

/** TF.js registers a factory of its own on import, and refuses a second of that name. */
function forgetBackend(): void {
  if ('webgpu' in engine().registryFactory) removeBackend('webgpu');
}

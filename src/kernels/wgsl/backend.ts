import { engine, env, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { registerOpGradients } from './ops.ts';
import { registerOps } from './register.ts';
import { webgpuOps } from './webgpu-kernels.ts';

/** TF.js's WebGPU backend on a device of our own, with our ops. */
export interface OpenBackend {
  readonly device: GPUDevice;
  readonly backend: WebGPUBackend;
  /** Takes the backend out of TF.js and frees the device. */
  dispose(): void;
}

/** Limits that TF.js's kernels and ours use as far as the adapter allows; a device gets only the minimum unless it asks. */
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
export async function openBackend(gpu: GPU): Promise<OpenBackend> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no WebGPU adapter');
  const requiredLimits = Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]]));
  const device = await adapter.requestDevice({ requiredLimits });
  // TF.js computes small tensors on the CPU unless told otherwise, and would so be tested on the wrong device.
  env().set('WEBGPU_CPU_FORWARD', false);
  const backend = new WebGPUBackend(device, adapter.info);
  forgetBackend();
  registerBackend('webgpu', () => backend);
  registerOps('webgpu', webgpuOps);
  registerOpGradients();
  await setBackend('webgpu');
  return {
    device,
    backend,
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

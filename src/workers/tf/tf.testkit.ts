import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { env, registerBackend, setBackend } from '@tensorflow/tfjs-core';
import { cpuOps } from '../../kernels/wgsl/cpu-kernels.testkit.ts';
import { findDawn } from '../../kernels/wgsl/dawn.testkit.ts';
import { registerOpGradients } from '../../kernels/wgsl/ops.ts';
import { registerOps } from '../../kernels/wgsl/register.ts';
import { openWebgpu, type TfEngine } from './engine.ts';

/** TF.js on its own CPU backend, our ops by the reference: the graph's mathematics without a device. */
export async function openCpu(): Promise<TfEngine> {
  // Its advice about another package is not for test logs.
  env().set('PROD', true);
  registerBackend('cpu', () => new MathBackendCPU());
  registerOps('cpu', cpuOps);
  registerOpGradients();
  await setBackend('cpu');
  return {
    workDone: async () => {},
    check: async () => {},
    lost: new Promise(() => {}),
    loseDevice() {},
    dispose() {},
  };
}

/** WebGPU in Node through Dawn, or why not. */
export async function openDawn(): Promise<TfEngine | string> {
  const gpu = await findDawn();
  return typeof gpu === 'string' ? gpu : openWebgpu(gpu);
}

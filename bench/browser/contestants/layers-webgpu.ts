import '@tensorflow/tfjs-backend-webgpu';
import { setBackend } from '@tensorflow/tfjs-core';
import type { OpenContestant } from './contestant.ts';
import { openLayers } from './layers.ts';
import { requireAdapter } from './require-adapter.ts';

/** TF.js layers on TF.js's WebGPU backend, as it comes. */
export const openLayersWebgpu: OpenContestant = async (shape, start, { allowSoftware }) => {
  const adapter = await requireAdapter(allowSoftware);
  await setBackend('webgpu');
  return openLayers(shape, start, adapter);
};

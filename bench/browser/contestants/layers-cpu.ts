import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import type { OpenContestant } from './contestant.ts';
import { openLayers } from './layers.ts';

/** TF.js layers on TF.js's plain JavaScript backend. */
export const openLayersCpu: OpenContestant = async (shape, start) => {
  await setBackend('cpu');
  return openLayers(shape, start, null);
};

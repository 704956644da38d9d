import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import { enableProdMode } from '@tensorflow/tfjs-core';
import type { BenchCase } from '../case.ts';
import type { CharacterShape } from '../shape.ts';
import type { Contestant } from './contestant.ts';
import { createLayersCase } from './layers-model.ts';

/** TF.js layers on the backend that is current: one `trainOnBatch` a step, tensors and model made beforehand. */
export function openLayers(shape: CharacterShape, start: BenchCase, note: string | null): Contestant {
  enableProdMode();
  const { model, input, targets } = createLayersCase(shape, start);
  return {
    note,
    async step() {
      const loss = await model.trainOnBatch(input, targets);
      return Array.isArray(loss) ? (loss[0] ?? Number.NaN) : loss;
    },
  };
}

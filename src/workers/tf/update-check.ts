import { fill, scalar, type Tensor1D, type Tensor2D, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { update } from '../../kernels/wgsl/ops.ts';
import { momentCount } from '../../kernels/wgsl/optimizer.ts';
import { clipByNorm } from '../../models/optim/clip.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { download, toDevice } from './device-state.ts';

/** Some optimiser steps from given gradients. */
export interface UpdateInput {
  readonly optimizer: OptimizerSpec;
  readonly parameters: Float64Array;
  /** One array a step. */
  readonly gradients: readonly Float64Array[];
  readonly clip: number | null;
}

/** Parameters, then moments, as they are in the end; loss, norm and accuracy of every step. */
export interface UpdateNumbers {
  readonly arrays: readonly Float64Array[];
  readonly curve: Float64Array;
}
export type ComputeUpdate = (input: UpdateInput) => Promise<UpdateNumbers>;

/** What stands in for loss and accuracy: the update hands them on. */
const [LOSS, ACCURACY] = [1.5, 0.25];

export function updateByReference({ optimizer, parameters, gradients, clip }: UpdateInput): UpdateNumbers {
  const rule = createOptimizer(optimizer, parameters.length);
  const moved = parameters.slice();
  const curve = gradients.flatMap((gradient) => {
    const shortened = gradient.slice();
    const norm = clipByNorm(shortened, clip ?? Number.POSITIVE_INFINITY);
    rule.step(moved, shortened);
    return [LOSS, norm, ACCURACY];
  });
  const all = rule.state().subarray(2);
  const moments = Array.from({ length: momentCount(optimizer.kind) }, (_, i) =>
    all.slice(i * moved.length, (i + 1) * moved.length),
  );
  return { arrays: [moved, ...moments], curve: Float64Array.from(curve) };
}

/** The same on TF.js's current backend. */
export async function updateOnDevice(input: UpdateInput): Promise<UpdateNumbers> {
  const { optimizer, parameters: start, gradients, clip } = input;
  const arrays = [start, ...Array(momentCount(optimizer.kind)).fill(new Float64Array(start.length))].map(
    toDevice,
  );
  const [parameters, ...moments] = arrays as [Tensor1D, ...Tensor1D[]];
  const curve: Tensor2D = fill([gradients.length, 3], 0);
  gradients.forEach((gradient, slot) => {
    tidy(() => {
      const found = {
        gradients: tensor1d(Float32Array.from(gradient)),
        loss: scalar(LOSS),
        accuracy: scalar(ACCURACY),
      };
      const at = { optimizer, learningRate: optimizer.learningRate, step: slot + 1, clip, slot };
      update({ parameters, moments, curve, ...found }, at);
    });
  });
  const [rows = new Float64Array(0), ...numbers] = await download([curve, ...arrays]);
  for (const tensor of [curve, ...arrays]) tensor.dispose();
  return { arrays: numbers, curve: rows };
}

import { type Scalar, scalar, type Tensor1D, tidy } from '@tensorflow/tfjs-core';
import type { PassNumbers } from '../agreement.ts';
import type { PassInput } from '../self-test.ts';
import { toDevice } from './device-state.ts';
import { downloadStates, lossAndGradientTensors, uploadBatch, uploadStates } from './graph.ts';

/** The pass on TF.js's current backend. */
export async function computeOnDevice({
  parameters,
  batch,
  states,
  ...model
}: PassInput): Promise<PassNumbers> {
  const before = uploadStates(model, states);
  let after: typeof before = [];
  const [loss, gradients] = tidy(() => {
    const input = { parameters: toDevice(parameters), batch: uploadBatch(model, batch), one: scalar(1) };
    const found = lossAndGradientTensors(model, { ...input, states: before });
    after = [...found.states];
    found.accuracy.dispose();
    return [found.loss, found.gradients] as [Scalar, Tensor1D];
  });
  const numbers = {
    loss: (await loss.data())[0] ?? Number.NaN,
    gradients: Float64Array.from(await gradients.data()),
    states: await downloadStates(after),
  };
  for (const tensor of [loss, gradients, ...before, ...after]) tensor.dispose();
  return numbers;
}

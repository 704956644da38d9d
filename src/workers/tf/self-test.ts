import { type Scalar, type Tensor1D, tensor1d, tidy } from '@tensorflow/tfjs-core';
import type { PassNumbers } from '../agreement.ts';
import type { SelfTestResult } from '../backend.ts';
import { type ComputePass, type PassInput, testAgreement } from '../self-test.ts';
import { disposeStates, downloadStates, lossAndGradientTensors, uploadStates } from './graph.ts';

export { type ComputePass, computeByReference, type PassInput, randomInput } from '../self-test.ts';

/** `testAgreement` of TF.js's current backend. */
export function selfTest(compute: ComputePass = computeOnDevice): Promise<SelfTestResult> {
  return testAgreement(compute);
}

/** The same pass on TF.js's current backend. */
export async function computeOnDevice({ model, parameters, batch, states }: PassInput): Promise<PassNumbers> {
  const before = uploadStates(states, model.size.batch);
  let after: typeof before = [];
  const [loss, gradients] = tidy(() => {
    const flat = tensor1d(Float32Array.from(parameters));
    const found = lossAndGradientTensors(model, flat, batch, before);
    after = [...found.states];
    return [found.loss, found.gradients] as [Scalar, Tensor1D];
  });
  const numbers = {
    loss: (await loss.data())[0] ?? Number.NaN,
    gradients: Float64Array.from(await gradients.data()),
    states: await downloadStates(after),
  };
  for (const tensor of [loss, gradients]) tensor.dispose();
  disposeStates([...before, ...after]);
  return numbers;
}

import { type Scalar, scalar, type Tensor1D, tidy } from '@tensorflow/tfjs-core';
import type { CellSpec } from '../../models/cells/types.ts';
import { type NextSymbolShape, nextSymbolLayout } from '../../models/language/next-symbol.ts';
import type { Random } from '../../models/random.ts';
import type { PassNumbers } from '../agreement.ts';
import type { PassInput } from '../self-test.ts';
import { toDevice } from './device-state.ts';
import { downloadStates, lossAndGradientTensors, uploadBatch, uploadStates } from './graph.ts';

export interface PassSize {
  readonly hidden: number;
  readonly layers: number;
  readonly steps: number;
  readonly batch: number;
}

/** Tiny, but with rows and units that fill no workgroup. */
const TINY: PassSize = { hidden: 4, layers: 1, steps: 3, batch: 2 };

/** A model with parameters large enough that no gradient is near zero by nature. */
export function sizedInput(spec: CellSpec, random: Random, size: Partial<PassSize> = {}): PassInput {
  const { hidden, layers, steps, batch } = { ...TINY, ...size };
  const network: NextSymbolShape = { spec, vocabulary: 5, hidden, layers };
  const layout = nextSymbolLayout(network);
  // Sums over more units are kept as small as those over four.
  const spread = 0.5 * Math.sqrt(TINY.hidden / hidden);
  const normals = (length: number) => Float64Array.from({ length }, () => spread * random.normal());
  const ids = () => Int32Array.from({ length: steps * batch }, () => random.integer(network.vocabulary));
  const cell = spec.kind === 'lstm' ? batch * hidden : 0;
  return {
    model: { network, layout, size: { steps, batch }, asksOnce: false },
    parameters: normals(layout.length),
    batch: { ids: ids(), targets: ids() },
    states: Array.from({ length: layers }, () => ({
      hidden: normals(batch * hidden),
      cell: normals(cell),
    })),
  };
}

/** The pass on TF.js's current backend. */
export async function computeOnDevice({ model, parameters, batch, states }: PassInput): Promise<PassNumbers> {
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

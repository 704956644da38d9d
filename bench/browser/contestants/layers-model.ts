import { dispose, type Tensor, tensor, tensor3d, train } from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import type { CellKind, CellSpec } from '../../../src/models/cells/types.ts';
import type { Tensor as ConvertedTensor } from '../../../src/models/convert/conversion.ts';
import { type KerasWeights, toKeras } from '../../../src/models/convert/keras.ts';
import { networkCellShape, viewNetwork } from '../../../src/models/network/token-network.ts';
import { type BenchCase, OPTIMIZER } from '../case.ts';
import { type CharacterShape, networkOf } from '../shape.ts';

/** The model of the bench in TF.js layers, and its batch as tensors, all made before the clock starts. */
export interface LayersCase {
  readonly model: LayersModel;
  /** One-hot characters (B, T, V). */
  readonly input: Tensor;
  /** One-hot targets (B, T, V). */
  readonly targets: Tensor;
}

/**
 * The peer: a recurrent layer that returns sequences, a dense softmax, categorical cross-entropy, Adam with our ε.
 * Our sigmoid, not Keras's old default `hardSigmoid`: the weights must mean the same function.
 */
export function createLayersCase(shape: CharacterShape, { parameters, batch }: BenchCase): LayersCase {
  const { vocabulary, hidden, steps } = shape;
  const network = networkOf(shape);
  const { layers: cells, head } = viewNetwork(network, parameters);
  const recurrent = recurrentLayer(shape.cell, hidden, [steps, vocabulary]);
  const dense = layers.dense({ units: vocabulary, activation: 'softmax' });
  const model = sequential({ layers: [recurrent, dense] });
  const { learningRate, beta1, beta2, epsilon } = OPTIMIZER;
  model.compile({
    optimizer: train.adam(learningRate, beta1, beta2, epsilon),
    loss: 'categoricalCrossentropy',
  });
  const keras = kerasWeights(network.spec, networkCellShape(network, 0), cells[0]?.[0]);
  setWeights(recurrent, [keras.kernel, keras.recurrentKernel, keras.bias]);
  setWeights(dense, [
    { shape: [hidden, vocabulary], data: head.weights },
    { shape: [vocabulary], data: head.bias },
  ]);
  return { model, input: oneHot(shape, batch.ids), targets: oneHot(shape, batch.targets) };
}

function recurrentLayer(cell: CellKind, units: number, inputShape: [number, number]) {
  const common = { units, inputShape, returnSequences: true, activation: 'tanh' } as const;
  if (cell === 'rnn') return layers.simpleRNN(common);
  const gated = { ...common, recurrentActivation: 'sigmoid' } as const;
  return cell === 'gru' ? layers.gru(gated) : layers.lstm(gated);
}

function kerasWeights(
  spec: CellSpec,
  shape: Parameters<typeof toKeras>[1],
  cell: Parameters<typeof toKeras>[2] | undefined,
): Required<KerasWeights> {
  const conversion = cell ? toKeras(spec, shape, cell) : null;
  if (!conversion?.ok) throw new Error(`TF.js layers has no such ${spec.kind}`);
  return conversion.value;
}

function setWeights(layer: LayersModel['layers'][number], weights: readonly ConvertedTensor[]): void {
  const tensors = weights.map(({ data, shape }) => tensor(Float32Array.from(data), [...shape]));
  layer.setWeights(tensors);
  dispose(tensors);
}

/** Our order is (T, B), theirs (B, T). */
function oneHot({ steps, batch, vocabulary }: CharacterShape, ids: Int32Array): Tensor {
  const values = new Float32Array(steps * batch * vocabulary);
  for (let t = 0; t < steps; t++) {
    for (let b = 0; b < batch; b++) values[(b * steps + t) * vocabulary + ids[t * batch + b]!] = 1;
  }
  return tensor3d(values, [batch, steps, vocabulary]);
}

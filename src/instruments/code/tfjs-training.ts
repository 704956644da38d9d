import { gateRoles } from '../../models/cells/roles.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { commentLines, type Lines } from './network.ts';
import { tfjsLayers } from './tfjs-layers.ts';
import type { TrainingFacts } from './torch-training.ts';

function optimizerCall(spec: OptimizerSpec): string {
  if (spec.kind === 'adam')
    return `adam(${spec.learningRate}, ${spec.beta1}, ${spec.beta2}, ${spec.epsilon})`;
  if (spec.kind === 'rmsprop') return `rmsprop(${spec.learningRate}, ${spec.decay}, 0, ${spec.epsilon})`;
  if (spec.kind === 'momentum') return `momentum(${spec.learningRate}, ${spec.momentum})`;
  return `sgd(${spec.learningRate})`;
}

/** Biases that the listing does not set: TensorFlow.js has a switch for a forget gate at 1, and none for the rest. */
export function hasUnsetBiases({ network, biases }: TrainingFacts): boolean {
  const { cell } = network.stack;
  const hasSwitch = cell.kind === 'lstm' && tfjsLayers(network.stack).isNative;
  return gateRoles(cell).some((role) => {
    const value = biases[role] ?? 0;
    return value !== 0 && !(hasSwitch && role === 'forget' && value === 1);
  });
}

function layerLines({ network, steps, batch, biases }: TrainingFacts): Lines {
  const { stack } = network;
  const { layer, isNative } = tfjsLayers(stack);
  const forget =
    isNative && stack.cell.kind === 'lstm' ? [`unitForgetBias: ${String(biases.forget === 1)}`] : [];
  return Array.from({ length: stack.layers }, (_, index) => {
    const shape = index === 0 ? [`batchInputShape: [${batch}, ${steps}, ${stack.inputs}]`] : [];
    return `    ${layer([...shape, 'stateful: true', 'returnSequences: true', ...forget])},`;
  });
}

/** A forward network with a softmax on every step, ready to train, in TensorFlow.js. `notes` stand above it as comments. */
export function tfjsTraining(facts: TrainingFacts, notes: readonly string[]): string {
  const { network, optimizer } = facts;
  const { lines } = tfjsLayers(network.stack);
  return [
    ...commentLines(notes, '//'),
    "import * as tf from '@tensorflow/tfjs';",
    '',
    ...(lines.length > 0 ? [...lines, ''] : []),
    'const model = tf.sequential({',
    '  layers: [',
    ...layerLines(facts),
    `    tf.layers.timeDistributed({ layer: tf.layers.dense({ units: ${network.classes}, activation: 'softmax' }) }),`,
    '  ],',
    '});',
    `model.compile({ optimizer: tf.train.${optimizerCall(optimizer)}, loss: 'categoricalCrossentropy' });`,
    '// model.trainOnBatch(tf.oneHot(ids, V), tf.oneHot(targets, V)), both (batch, T, V)',
    '',
  ].join('\n');
}

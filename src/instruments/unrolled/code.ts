import type { CellSpec } from '../../models/cells/types.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';

/** What the code needs to know of a run. */
export interface CodeFacts {
  readonly cell: CellSpec;
  readonly vocabulary: number;
  readonly hidden: number;
  readonly layers: number;
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec;
  readonly clip: number | null;
  readonly forgetBias: number;
}

const TORCH_LAYER = { rnn: 'RNN', gru: 'GRU', lstm: 'LSTM' } as const;

/** Where a library's own layer computes something else, so that nobody takes the code for the same numbers. */
function torchDifferences(cell: CellSpec): readonly string[] {
  if (cell.kind === 'lstm') {
    return [
      ...(cell.peepholes ? ['nn.LSTM has no peepholes: the gates here also see c.'] : []),
      ...(cell.output === 'tanh' ? [] : ['nn.LSTM computes h = o * tanh(c); here a = o * c.']),
    ];
  }
  if (cell.kind === 'rnn') return [];
  return [
    ...(cell.variant === 'simplified' ? ['nn.GRU always has a reset gate; here there is none.'] : []),
    ...(cell.reset === 'before' && cell.variant === 'full'
      ? ['nn.GRU resets after the product; here r multiplies h before it.']
      : []),
    ...(cell.update === 'writes' ? ["nn.GRU's z keeps the old state: z = 1 - (the update gate here)."] : []),
  ];
}

function torchOptimizer(spec: OptimizerSpec): string {
  const lr = `lr=${spec.learningRate}`;
  if (spec.kind === 'adam')
    return `Adam(model.parameters(), ${lr}, betas=(${spec.beta1}, ${spec.beta2}), eps=${spec.epsilon})`;
  if (spec.kind === 'rmsprop')
    return `RMSprop(model.parameters(), ${lr}, alpha=${spec.decay}, eps=${spec.epsilon})`;
  if (spec.kind === 'momentum') return `SGD(model.parameters(), ${lr}, momentum=${spec.momentum})`;
  return `SGD(model.parameters(), ${lr})`;
}

function torchForgetBias({ cell, hidden, layers, forgetBias }: CodeFacts): readonly string[] {
  if (cell.kind !== 'lstm') return [];
  const biases = Array.from({ length: layers }, (_, layer) => [
    `    model.core.bias_ih_l${layer}[${hidden}:${2 * hidden}].fill_(${forgetBias})`,
    `    model.core.bias_hh_l${layer}.zero_()`,
  ]);
  return ['with torch.no_grad():  # gates stand in the order i f g o', ...biases.flat(), ''];
}

/** The run's model and one training step in PyTorch. Gate order, bias and ε as PyTorch has them. */
export function torchCode(facts: CodeFacts): string {
  const { cell, vocabulary, hidden, layers, steps, batch, clip } = facts;
  const stacked = layers > 1 ? `, num_layers=${layers}` : '';
  const relu = cell.kind === 'rnn' && cell.activation === 'relu' ? ", nonlinearity='relu'" : '';
  return [
    ...torchDifferences(cell).map((line) => `# Differs: ${line}`),
    'import torch',
    'from torch import nn',
    '',
    'class Model(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.core = nn.${TORCH_LAYER[cell.kind]}(${vocabulary}, ${hidden}${stacked}${relu})`,
    `        self.head = nn.Linear(${hidden}, ${vocabulary})`,
    '',
    '    def forward(self, ids, state=None):  # ids: (T, B)',
    `        x = nn.functional.one_hot(ids, ${vocabulary}).float()`,
    '        a, state = self.core(x, state)',
    '        return self.head(a), state',
    '',
    'model = Model()',
    ...torchForgetBias(facts),
    `optimizer = torch.optim.${torchOptimizer(facts.optimizer)}`,
    '',
    `def train_step(ids, targets, state):  # both (${steps}, ${batch})`,
    '    logits, state = model(ids, state)',
    '    loss = nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten())',
    '    optimizer.zero_grad()',
    '    loss.backward()',
    ...(clip === null ? [] : [`    nn.utils.clip_grad_norm_(model.parameters(), ${clip})`]),
    '    optimizer.step()',
    `    return loss.item(), ${cell.kind === 'lstm' ? 'tuple(s.detach() for s in state)' : 'state.detach()'}`,
    '',
  ].join('\n');
}

const TF_LAYER = { rnn: 'simpleRNN', gru: 'gru', lstm: 'lstm' } as const;

function tfDifferences(facts: CodeFacts): readonly string[] {
  const { cell } = facts;
  const own = torchDifferences(cell).filter((line) => !line.includes('resets after'));
  const reset =
    cell.kind === 'gru' && cell.reset === 'after' ? ['tf.layers.gru resets before the product.'] : [];
  const bias =
    cell.kind === 'lstm' && facts.forgetBias !== 1 ? ['unitForgetBias sets the forget bias to 1.'] : [];
  return [
    ...own.map((line) => line.replace(/nn\.(\w+)/g, (_, name: string) => `tf.layers.${name.toLowerCase()}`)),
    ...reset,
    ...bias,
  ];
}

function tfOptimizer(spec: OptimizerSpec): string {
  if (spec.kind === 'adam')
    return `adam(${spec.learningRate}, ${spec.beta1}, ${spec.beta2}, ${spec.epsilon})`;
  if (spec.kind === 'rmsprop') return `rmsprop(${spec.learningRate}, ${spec.decay}, 0, ${spec.epsilon})`;
  if (spec.kind === 'momentum') return `momentum(${spec.learningRate}, ${spec.momentum})`;
  return `sgd(${spec.learningRate})`;
}

/** The same model with TF.js layers (Keras's gate order). */
export function tfjsCode(facts: CodeFacts): string {
  const { cell, vocabulary, hidden, layers, steps, batch } = facts;
  const activation =
    cell.kind === 'rnn' ? `, activation: '${cell.activation}'` : ", recurrentActivation: 'sigmoid'";
  const forget = cell.kind === 'lstm' ? ', unitForgetBias: true' : '';
  return [
    ...tfDifferences(facts).map((line) => `// Differs: ${line}`),
    ...(facts.clip === null
      ? []
      : ['// Differs: model.compile has no clipping by norm; write the step with tf.variableGrads for it.']),
    "import * as tf from '@tensorflow/tfjs';",
    '',
    'const model = tf.sequential({',
    '  layers: [',
    ...Array.from({ length: layers }, (_, layer) => {
      const shape = layer === 0 ? `, batchInputShape: [${batch}, ${steps}, ${vocabulary}]` : '';
      return `    tf.layers.${TF_LAYER[cell.kind]}({ units: ${hidden}${shape}, stateful: true, returnSequences: true${activation}${forget} }),`;
    }),
    `    tf.layers.timeDistributed({ layer: tf.layers.dense({ units: ${vocabulary}, activation: 'softmax' }) }),`,
    '  ],',
    '});',
    `model.compile({ optimizer: tf.train.${tfOptimizer(facts.optimizer)}, loss: 'categoricalCrossentropy' });`,
    '// model.trainOnBatch(tf.oneHot(ids, V), tf.oneHot(targets, V)), both (batch, T, V)',
    '',
  ].join('\n');
}

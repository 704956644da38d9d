import { gateRoles } from '../../models/cells/roles.ts';
import { mapStack } from '../../models/cells/stack.ts';
import { gatePlaces, TORCH_ORDERS } from '../../models/convert/gates.ts';
import { torchSuffix } from '../../models/convert/torch.ts';
import type { GateBiases } from '../../models/network/token-network.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { type CodeNetwork, commentLines, indent, type Lines } from './network.ts';
import { torchModel } from './torch-model.ts';

/** What code that trains needs to know of a run. */
export interface TrainingFacts {
  /** With a read-out. */
  readonly network: CodeNetwork & { readonly classes: number };
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec;
  readonly clip: number | null;
  /** Where gates begin; those that the cell lacks are ignored. */
  readonly biases: GateBiases;
}

function optimizerCall(spec: OptimizerSpec): string {
  const lr = `lr=${spec.learningRate}`;
  if (spec.kind === 'adam')
    return `Adam(model.parameters(), ${lr}, betas=(${spec.beta1}, ${spec.beta2}), eps=${spec.epsilon})`;
  if (spec.kind === 'rmsprop')
    return `RMSprop(model.parameters(), ${lr}, alpha=${spec.decay}, eps=${spec.epsilon})`;
  if (spec.kind === 'momentum') return `SGD(model.parameters(), ${lr}, momentum=${spec.momentum})`;
  return `SGD(model.parameters(), ${lr})`;
}

const block = (index: number, hidden: number): string => `[${index * hidden}:${(index + 1) * hidden}]`;

/** Rows of PyTorch's own module: its order, and its sign of z. */
function nativeBiases({ stack }: CodeNetwork, biases: GateBiases): Lines {
  const lines = mapStack(stack, (layer, direction) => {
    const suffix = torchSuffix(layer, direction);
    const fills = gatePlaces(stack.cell, TORCH_ORDERS).flatMap(({ role, theirs, sign }) => {
      const value = biases[role];
      if (value === undefined) return [];
      return [`model.rnn.bias_ih${suffix}${block(theirs, stack.hidden)}.fill_(${sign * value})`];
    });
    return fills.length > 0 ? [...fills, `model.rnn.bias_hh${suffix}.zero_()`] : [];
  });
  return lines.flat(2);
}

function ownBiases({ stack }: CodeNetwork, biases: GateBiases): Lines {
  const lines = mapStack(stack, (layer, direction) => {
    const place = stack.directions === 'forward' ? `[${layer}]` : `[${layer}][${direction}]`;
    return gateRoles(stack.cell).flatMap((role, gate) => {
      const value = biases[role];
      if (value === undefined) return [];
      return [`model.rnn.layers${place}.bias${block(gate, stack.hidden)}.fill_(${value})`];
    });
  });
  return lines.flat(2);
}

function detached({ stack }: CodeNetwork, isNative: boolean): string {
  if (stack.directions !== 'forward' && !isNative) return 'state';
  if (!isNative) return '[[s.detach() for s in layer] for layer in state]';
  return stack.cell.kind === 'lstm' ? 'tuple(s.detach() for s in state)' : 'state.detach()';
}

/** A model and one training step in PyTorch. `notes` stand above it as comments. */
export function torchTraining(facts: TrainingFacts, notes: readonly string[]): string {
  const { network, steps, batch, clip } = facts;
  const { lines, isNative } = torchModel(network, 'random');
  const biases = (isNative ? nativeBiases : ownBiases)(network, facts.biases);
  return [
    ...commentLines(notes, '#'),
    'import torch',
    'from torch import nn',
    '',
    ...lines,
    ...(biases.length > 0 ? ['with torch.no_grad():', ...indent(biases, '    ')] : []),
    `optimizer = torch.optim.${optimizerCall(facts.optimizer)}`,
    '',
    `def train_step(ids, targets, state=None):  # both (${steps}, ${batch})`,
    `    x = nn.functional.one_hot(ids, ${network.stack.inputs}).float()`,
    '    logits, state = model(x, state)',
    '    loss = nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten())',
    '    optimizer.zero_grad()',
    '    loss.backward()',
    ...(clip === null ? [] : [`    nn.utils.clip_grad_norm_(model.parameters(), ${clip})`]),
    '    optimizer.step()',
    `    return loss.item(), ${detached(network, isNative)}`,
    '',
  ].join('\n');
}

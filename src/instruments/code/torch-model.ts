import { outputWidth, type StackSpec } from '../../models/cells/stack.ts';
import { torchObstacles } from '../../models/convert/torch-state-obstacles.ts';
import type { CodeNetwork, Lines } from './network.ts';
import { type Start, torchStack } from './torch-cell.ts';

const MODULES = { rnn: 'RNN', gru: 'GRU', lstm: 'LSTM' } as const;

/** `nn.LSTM`, `nn.GRU` or `nn.RNN`. */
export function torchModuleName({ kind }: StackSpec['cell']): string {
  return `nn.${MODULES[kind]}`;
}

/** `nn.LSTM(27, 8, num_layers=2, bidirectional=True)`: the module that computes a network which PyTorch has. */
export function torchModule({ cell, inputs, hidden, layers, directions }: StackSpec): string {
  const options = [
    ...(layers > 1 ? [`num_layers=${layers}`] : []),
    ...(directions === 'forward' ? [] : ['bidirectional=True']),
    ...(cell.kind === 'rnn' && cell.activation === 'relu' ? ["nonlinearity='relu'"] : []),
  ];
  return `${torchModuleName(cell)}(${[inputs, hidden, ...options].join(', ')})`;
}

/** Definitions, and what the recurrent part is called when an instance stands in `model` or, without a read-out, in `rnn`. */
export interface TorchModel {
  readonly lines: Lines;
  /** True where one of PyTorch's own modules does it. */
  readonly isNative: boolean;
  readonly recurrent: 'model.rnn' | 'rnn';
}

/**
 * The network in PyTorch: its own module where it has one, else the equations written out; with a read-out a `class Model`
 * with the fields `rnn` and `head`, which are the names in a file of ours.
 */
export function torchModel({ stack, classes }: CodeNetwork, start: Start): TorchModel {
  const isNative = torchObstacles(stack).length === 0;
  const recurrent = isNative ? torchModule(stack) : 'Stack()';
  const own = isNative ? [] : [...torchStack(stack, start), ''];
  if (classes === null) return { lines: [...own, `rnn = ${recurrent}`], isNative, recurrent: 'rnn' };
  const lines = [
    ...own,
    'class Model(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.rnn = ${recurrent}`,
    `        self.head = nn.Linear(${outputWidth(stack)}, ${classes})`,
    '',
    `    def forward(self, x, state=None):  # x: (T, …, ${stack.inputs})`,
    '        a, state = self.rnn(x, state)',
    '        return self.head(a), state',
    '',
    'model = Model()',
  ];
  return { lines, isNative, recurrent: 'model.rnn' };
}

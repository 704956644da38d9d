import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec } from '../../models/cells/types.ts';

/** Every set of equations that the graph knows. */
export const VARIANTS: readonly (readonly [string, CellSpec])[] = [
  ['RNN', DEFAULT_RNN],
  ['RNN, ReLU', { kind: 'rnn', activation: 'relu' }],
  ['GRU', DEFAULT_GRU],
  ['GRU, reset after', { ...DEFAULT_GRU, reset: 'after' }],
  ['GRU, update keeps', { ...DEFAULT_GRU, update: 'keeps' }],
  ['GRU, PyTorch', { ...DEFAULT_GRU, reset: 'after', update: 'keeps' }],
  ['GRU, simplified', { ...DEFAULT_GRU, variant: 'simplified' }],
  ['LSTM', DEFAULT_LSTM],
  ['LSTM, peepholes', { ...DEFAULT_LSTM, peepholes: true }],
  [
    'LSTM, hard gates, linear output',
    { ...DEFAULT_LSTM, gate: 'hard-sigmoid', candidate: 'softsign', output: 'linear' },
  ],
];

import { cellParameterCount } from '../../../models/cells/parameters.ts';
import { DEFAULT_CELLS, DEFAULT_GRU } from '../../../models/cells/roles.ts';
import type { CellKind, CellShape, CellSpec } from '../../../models/cells/types.ts';

/** Gates and candidate of each cell: how many times an RNN's parameters it has. */
export const GATE_COUNT: Readonly<Record<CellKind, number>> = { rnn: 1, gru: 3, lstm: 4 };

/** G(n_a(n_a + n_x) + n_a), as the lesson writes it. */
export function formulaCount(kind: CellKind, { inputs, hidden }: CellShape): number {
  return GATE_COUNT[kind] * (hidden * (hidden + inputs) + hidden);
}

/** PyTorch keeps two biases a gate, which are added: 2·n_a instead of n_a. */
export function torchCount(kind: CellKind, { inputs, hidden }: CellShape): number {
  return GATE_COUNT[kind] * (hidden * (hidden + inputs) + 2 * hidden);
}

/** Cells of the lesson's table: what they are called in the model. */
export const COUNTED: readonly (readonly [CellKind, CellSpec])[] = [
  ['rnn', DEFAULT_CELLS.rnn],
  ['gru', DEFAULT_GRU],
  ['lstm', DEFAULT_CELLS.lstm],
];

/** The model's own count. */
export const modelCount = (kind: CellKind, shape: CellShape): number =>
  cellParameterCount(DEFAULT_CELLS[kind], shape);

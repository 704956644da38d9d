import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import { directionCount, type StackSpec } from '../cells/stack.ts';
import type { CellKind, CellSpec } from '../cells/types.ts';
import { torchSuffix } from './torch.ts';
import type { TorchStateFault } from './torch-state.ts';
import type { TorchModule } from './torch-state-names.ts';

/** Kind of cell by its number of gates. */
const KINDS = new Map<number, CellKind>([
  [1, 'rnn'],
  [3, 'gru'],
  [4, 'lstm'],
]);

/** What shapes do not tell. */
export interface OpenChoices {
  readonly nonlinearity: 'tanh' | 'relu';
  readonly update: 'writes' | 'keeps';
}

export type Inference =
  | { readonly ok: true; readonly spec: StackSpec }
  | { readonly ok: false; readonly fault: TorchStateFault };

/**
 * Cell, sizes, layers and directions of a recurrent module, from nothing but names and shapes: W_hh (G·n_a, n_a) gives the
 * kind and n_a, W_ih (G·n_a, n_x) of the lowest layer n_x. Whether the other tensors agree is `fromTorch`'s to say. Names in
 * faults are without prefix.
 */
export function inferSpec(module: TorchModule, choices: OpenChoices): Inference {
  const { names, state } = module;
  const projection = names.find(({ array }) => array === 'weight_hr');
  if (projection) {
    const name = `weight_hr${torchSuffix(projection.layer, projection.direction)}`;
    return { ok: false, fault: { code: 'projection', name } };
  }
  const recurrent = state.weight_hh_l0?.shape;
  if (!recurrent) return missing('weight_hh_l0');
  const [rows = 0, hidden = 0] = recurrent;
  const kind = recurrent.length === 2 && hidden > 0 ? KINDS.get(rows / hidden) : undefined;
  if (!kind) {
    const fault = { code: 'gates', name: 'weight_hh_l0', expected: [1, 3, 4], found: recurrent } as const;
    return { ok: false, fault };
  }
  const input = state.weight_ih_l0?.shape;
  if (!input) return missing('weight_ih_l0');
  const inputs = input[1] ?? 0;
  if (input.length !== 2 || input[0] !== rows || inputs < 1) {
    const fault = { code: 'shape', name: 'weight_ih_l0', expected: [rows, null], found: input } as const;
    return { ok: false, fault };
  }
  const layers = 1 + names.reduce((top, { layer }) => Math.max(top, layer), 0);
  const directions = names.some(({ direction }) => direction === 1) ? 'concat' : 'forward';
  return { ok: true, spec: { cell: cellOf(kind, choices), inputs, hidden, layers, directions } };
}

/** PyTorch stores the biases of all cells or of none. */
export function biasFault(spec: StackSpec, { names, state }: TorchModule): TorchStateFault | null {
  if (isWithoutBias(names)) return null;
  for (let layer = 0; layer < spec.layers; layer++) {
    for (let direction = 0; direction < directionCount(spec); direction++) {
      const name = `bias_ih${torchSuffix(layer, direction)}`;
      if (!state[name]) return { code: 'missing', name };
    }
  }
  return null;
}

export function isWithoutBias(names: TorchModule['names']): boolean {
  return !names.some(({ array }) => array.startsWith('bias'));
}

function cellOf(kind: CellKind, { nonlinearity, update }: OpenChoices): CellSpec {
  if (kind === 'rnn') return { kind, activation: nonlinearity };
  return kind === 'gru' ? { ...DEFAULT_GRU, reset: 'after', update } : DEFAULT_LSTM;
}

function missing(name: string): Inference {
  return { ok: false, fault: { code: 'missing', name } };
}

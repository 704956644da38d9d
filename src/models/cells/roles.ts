import type { Activation } from '../dense/activations.ts';
import type { CellKind, CellSpec, GateRole, GruSpec, LaneRole, LstmSpec, RnnSpec } from './types.ts';

export const DEFAULT_RNN: RnnSpec = { kind: 'rnn', activation: 'tanh' };

/** Ng's course: full GRU, reset before the product, Γ_u writes. */
export const DEFAULT_GRU: GruSpec = {
  kind: 'gru',
  variant: 'full',
  reset: 'before',
  update: 'writes',
  gate: 'sigmoid',
  candidate: 'tanh',
};

export const DEFAULT_LSTM: LstmSpec = {
  kind: 'lstm',
  peepholes: false,
  gate: 'sigmoid',
  candidate: 'tanh',
  output: 'tanh',
};

export const DEFAULT_CELLS: Readonly<{ [K in CellKind]: Extract<CellSpec, { kind: K }> }> = {
  rnn: DEFAULT_RNN,
  gru: DEFAULT_GRU,
  lstm: DEFAULT_LSTM,
};

const RNN_GATES: readonly GateRole[] = ['candidate'];
const GRU_GATES: readonly GateRole[] = ['update', 'reset', 'candidate'];
const SIMPLIFIED_GRU_GATES: readonly GateRole[] = ['update', 'candidate'];
const LSTM_GATES: readonly GateRole[] = ['forget', 'update', 'candidate', 'output'];

/** Gates (and candidate) in the order in which their weights stand side by side. */
export function gateRoles(spec: CellSpec): readonly GateRole[] {
  if (spec.kind === 'rnn') return RNN_GATES;
  if (spec.kind === 'lstm') return LSTM_GATES;
  return spec.variant === 'full' ? GRU_GATES : SIMPLIFIED_GRU_GATES;
}

const LSTM_LANES: readonly LaneRole[] = ['cell', 'forget', 'update', 'candidate', 'output', 'hidden'];

/** The rows of a figure in reading order: the memory first, then what acts on it. */
export function laneRoles(spec: CellSpec): readonly LaneRole[] {
  if (spec.kind === 'rnn') return ['hidden'];
  return spec.kind === 'lstm' ? LSTM_LANES : ['hidden', ...gateRoles(spec)];
}

/** Everything that a step computes, in the order in which it is computed (holds apply in this order too). */
export function computedRoles(spec: CellSpec): readonly LaneRole[] {
  if (spec.kind === 'lstm') return ['forget', 'update', 'candidate', 'cell', 'output', 'hidden'];
  return [...gateRoles(spec), 'hidden'];
}

/** Whether a cell state c travels beside the hidden state. */
export function hasCell(spec: CellSpec): spec is LstmSpec {
  return spec.kind === 'lstm';
}

/** Activation of a gate or of the candidate. */
export function gateActivation(spec: CellSpec, role: GateRole): Activation {
  if (spec.kind === 'rnn') return spec.activation;
  return role === 'candidate' ? spec.candidate : spec.gate;
}

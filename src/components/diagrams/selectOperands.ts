import { type GateOperands, gateOperands } from '../../models/cells/operands.ts';
import { type StateOperands, stateOperands } from '../../models/cells/state-operands.ts';
import type { CellParameters, SequenceTrace } from '../../models/cells/types.ts';
import type { FigureSelection } from './figureTypes.ts';

/** The arithmetic behind a value of the figure. */
export type FigureOperands =
  | { readonly kind: 'gate'; readonly gate: GateOperands }
  | { readonly kind: 'state'; readonly state: StateOperands };

/**
 * The operands of what the reader selected. An RNN's hidden value is its candidate: its arithmetic is the gate's; held by
 * hand, it has no other.
 */
export function selectOperands(
  trace: SequenceTrace,
  parameters: CellParameters,
  { role, step, unit }: FigureSelection,
  batch = 0,
): FigureOperands {
  const place = { step, unit, batch };
  if (role === 'cell') return { kind: 'state', state: stateOperands(trace, { ...place, role }) };
  if (role !== 'hidden') return { kind: 'gate', gate: gateOperands(trace, parameters, { ...place, role }) };
  const state = stateOperands(trace, { ...place, role });
  if (trace.spec.kind !== 'rnn') return { kind: 'state', state };
  const gate = gateOperands(trace, parameters, { ...place, role: 'candidate' });
  return { kind: 'gate', gate: { ...gate, value: state.value, held: state.held } };
}

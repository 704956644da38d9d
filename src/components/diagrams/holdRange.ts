import { gateActivation } from '../../models/cells/roles.ts';
import type { CellSpec, LaneRole } from '../../models/cells/types.ts';
import type { Activation } from '../../models/dense/activations.ts';

const RANGES: Partial<Record<Activation, readonly [number, number]>> = {
  sigmoid: [0, 1],
  'hard-sigmoid': [0, 1],
  'hard-sigmoid-torch': [0, 1],
  tanh: [-1, 1],
  'hard-tanh': [-1, 1],
  softsign: [-1, 1],
};
const OPEN = [-3, 3] as const;

/** What a value can be when it is held by hand: the range of its function; a cell has none, and gets −3 … 3. */
export function holdRange(spec: CellSpec, role: LaneRole): readonly [number, number] {
  if (role === 'cell') return OPEN;
  if (role !== 'hidden') return RANGES[gateActivation(spec, role)] ?? OPEN;
  if (spec.kind === 'rnn') return RANGES[spec.activation] ?? OPEN;
  return RANGES[spec.kind === 'lstm' ? spec.output : spec.candidate] ?? OPEN;
}

import type { GateRole } from '../../../models/cells/types.ts';
import { TORCH_ORDERS } from '../../../models/convert/gates.ts';

/** First and last row (counted from 0, both included) of a gate in an LSTM's `weight_ih_l0`, whose shape is (4·n_a, n_x). */
export function torchRows(role: GateRole, hidden: number): readonly [number, number] {
  const first = TORCH_ORDERS.lstm.indexOf(role) * hidden;
  return [first, first + hidden - 1];
}

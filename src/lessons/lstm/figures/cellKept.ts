import { lane } from '../../../models/cells/lanes.ts';
import type { SequenceTrace } from '../../../models/cells/types.ts';

/** Columns that a unit has to be held for: "at least two words before the end". */
export const LEAST_COLUMNS = 3;

/**
 * Whether some unit of an LSTM keeps a value to the end of the sentence: from some step on, at least `LEAST_COLUMNS` before the
 * end, its Γ_f is 1 and its Γ_u is 0 in every column, and its c is the same number, not 0, from the step before to the last.
 * Looks at the trace itself: however the gates came to these values, the cell must really be kept. One example (B = 1).
 */
export function isCellKept(trace: SequenceTrace): boolean {
  if (trace.spec.kind !== 'lstm' || trace.size.batch !== 1) return false;
  return Array.from({ length: trace.shape.hidden }, (_, unit) => keepsUnit(trace, unit)).some(Boolean);
}

function keepsUnit({ values, shape, size }: SequenceTrace, unit: number): boolean {
  const at = (role: 'forget' | 'update' | 'cell', step: number) =>
    lane(values, role)[step * shape.hidden + unit] ?? Number.NaN;
  const first = size.steps - LEAST_COLUMNS;
  const kept = at('cell', first - 1);
  if (first < 1 || !kept) return false;
  return Array.from({ length: LEAST_COLUMNS }, (_, i) => first + i).every(
    (step) => at('forget', step) === 1 && at('update', step) === 0 && at('cell', step) === kept,
  );
}

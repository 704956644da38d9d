import { lane } from '../../../models/cells/lanes.ts';
import { zeroCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import type { Hold, LaneRole } from '../../../models/cells/types.ts';

/** What one unit's gates, candidate and old cell are said to be. */
export interface UnitGiven {
  readonly forget: number;
  readonly update: number;
  readonly candidate: number;
  readonly output: number;
  readonly previousCell: number;
}

/** Given, not computed: the checkpoint says so. */
export const GIVEN: UnitGiven = { forget: 0.9, update: 0.5, candidate: -0.8, output: 0.6, previousCell: 1.5 };

/** The new cell and hidden value of one unit: the reference LSTM, its gates held at the given values. */
export function newCell(given: UnitGiven): { readonly cell: number; readonly hidden: number } {
  const shape = { inputs: 1, hidden: 1 };
  const hold = (role: LaneRole, value: number): Hold => ({ role, step: 0, unit: 0, value });
  const { values } = forwardSequence(
    DEFAULT_LSTM,
    shape,
    zeroCell(DEFAULT_LSTM, shape),
    { form: 'dense', values: Float64Array.of(0) },
    { steps: 1, batch: 1 },
    {
      initial: { hidden: Float64Array.of(0), cell: Float64Array.of(given.previousCell) },
      holds: [
        hold('forget', given.forget),
        hold('update', given.update),
        hold('candidate', given.candidate),
        hold('output', given.output),
      ],
    },
  );
  return {
    cell: lane(values, 'cell')[0] ?? Number.NaN,
    hidden: lane(values, 'hidden')[0] ?? Number.NaN,
  };
}

import { expect, it } from 'vitest';
import { zeroCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import { createRandom } from '../../../models/random.ts';
import { mirrorTrace } from './mirror.ts';

it.each([DEFAULT_LSTM, { ...DEFAULT_GRU, reset: 'after' } as const])(
  'is what the $kind makes of the sequence turned round',
  (spec) => {
    const shape = { inputs: 2, hidden: 3 };
    const random = createRandom(3);
    const parameters = zeroCell(spec, shape);
    for (const values of Object.values(parameters) as Float64Array[])
      values.forEach((_, i) => {
        values[i] = random.normal();
      });
    const rows = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    const size = { steps: 3, batch: 1 };
    const dense = (values: readonly number[]) =>
      ({ form: 'dense', values: Float64Array.from(values) }) as const;
    const hold = { role: 'update', unit: 1, value: 0.5 } as const;
    const backward = forwardSequence(spec, shape, parameters, dense(rows.flat()), size, {
      reverse: true,
      holds: [{ ...hold, step: 0 }],
    });
    const turned = forwardSequence(spec, shape, parameters, dense(rows.toReversed().flat()), size, {
      holds: [{ ...hold, step: 2 }],
    });
    expect(mirrorTrace(backward)).toEqual(turned);
  },
);

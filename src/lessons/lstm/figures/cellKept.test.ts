import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import type { CellSpec, Hold } from '../../../models/cells/types.ts';
import { testNumbers } from '../../../models/gradient-check.testkit.ts';
import { isCellKept } from './cellKept.ts';

const shape = { inputs: 3, hidden: 4 };

function run(holds: readonly Hold[], spec: CellSpec = DEFAULT_LSTM, steps = 7) {
  const parameters = viewCell(spec, shape, testNumbers(8, cellParameterCount(spec, shape)));
  const ids = Int32Array.from({ length: steps }, (_, i) => i % 3);
  return forwardSequence(spec, shape, parameters, { form: 'one-hot', ids }, { steps, batch: 1 }, { holds });
}

const keep = (unit: number, from: number, to: number, forget = 1, update = 0): Hold[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((step) => [
    { role: 'forget', step, unit, value: forget } as const,
    { role: 'update', step, unit, value: update } as const,
  ]);

describe('isCellKept', () => {
  it.each([
    ['the last three columns', keep(2, 4, 6)],
    ['more than that', keep(0, 2, 6)],
  ])('takes %s', (_name, holds) => {
    expect(isCellKept(run(holds))).toBe(true);
  });

  it.each([
    ['nothing held', []],
    ['two columns only', keep(2, 5, 6)],
    ['a gap at the end', keep(2, 3, 5)],
    ['a forget gate of 0.99', keep(2, 4, 6, 0.99)],
    ['an update gate that writes a little', keep(2, 4, 6, 1, 0.01)],
    [
      'the gates of two different units',
      [
        ...keep(1, 4, 6).filter(({ role }) => role === 'forget'),
        ...keep(2, 4, 6).filter(({ role }) => role === 'update'),
      ],
    ],
    ['an empty cell', [{ role: 'cell', step: 3, unit: 2, value: 0 } as const, ...keep(2, 4, 6)]],
  ])('refuses %s', (_name, holds) => {
    expect(isCellKept(run(holds))).toBe(false);
  });

  it('refuses other cells and sentences that are too short', () => {
    expect(isCellKept(run(keep(2, 4, 6), DEFAULT_GRU))).toBe(false);
    expect(isCellKept(run(keep(2, 0, 2), DEFAULT_LSTM, 3))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../../url/fragment.ts';
import { cellOf, fieldsOfCell, GATE_TABLE } from './settings.ts';

const defaults = fallbackState(GATE_TABLE);

describe('settings of the gate lab', () => {
  it('describe any cell and find it again', () => {
    const gru = cellOf({
      ...defaults,
      cell: 'gru',
      variant: 'simplified',
      reset: 'after',
      gate: 'hard-sigmoid',
    });
    const lstm = cellOf({ ...defaults, peepholes: true, output: 'linear' });
    const rnn = cellOf({ ...defaults, cell: 'rnn', candidate: 'relu' });
    for (const cell of [gru, lstm, rnn]) {
      expect(cellOf({ ...defaults, ...fieldsOfCell(cell) })).toEqual(cell);
    }
    expect(rnn).toEqual({ kind: 'rnn', activation: 'relu' });
  });

  it('use every key of a link once', () => {
    const keys = Object.values(GATE_TABLE).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('carry few edits whole and many not at all', () => {
    const few = { ...defaults, edits: [[3, -0.25]], holds: [[0, 0, 0, 1, 63, -1, 0]] };
    const read = readFragment(GATE_TABLE, 'gate', writeFragment(GATE_TABLE, 'gate', few));
    expect(read?.state).toEqual({ edits: few.edits, holds: few.holds });
    const many = { ...defaults, edits: Array.from({ length: 65 }, (_, index) => [index, 1]) };
    expect(writeFragment(GATE_TABLE, 'gate', many)).toBe('#figure=gate');
  });
});

import { describe, expect, it } from 'vitest';
import { choice, flag, integer, text, tuples } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { showing } from './stops.ts';

interface Settings {
  readonly at: number;
  readonly lane: 'cell' | 'forget';
  readonly walking: boolean;
  readonly say: string;
  readonly holds: readonly (readonly number[])[];
}
const table: Table<Settings> = {
  at: { key: 't', codec: integer(3, 1, 64) },
  lane: { key: 'lane', codec: choice('forget', ['cell', 'forget']) },
  walking: { key: 'walk', codec: flag(false) },
  say: { key: 'say', codec: text('the whale', 20) },
  holds: { key: 'hold', codec: tuples(4, 8) },
};

describe('showing', () => {
  it('spells what it is given as a link does, and nothing else', () => {
    const { fields, faults } = showing(table, { at: 5, walking: true, holds: [[0, 2, 0, 1]] });
    expect(fields).toEqual({ t: '5', walk: '1', hold: '0~2~0~1' });
    expect(faults).toEqual([]);
  });

  it('names a fallback as such: it may have to be set back', () => {
    expect(showing(table, { at: 3, holds: [], lane: 'forget' })).toEqual({
      fields: { t: null, hold: null, lane: null },
      faults: [],
    });
  });

  it.each<Partial<Settings>>([
    { at: 99 },
    { at: 2.5 },
    { say: 'longer than a link may carry' },
    { holds: [[0, 1]] },
    { lane: 'output' as 'cell' },
  ])('says that a link cannot carry %j', (settings) => {
    expect(showing(table, settings).faults).toHaveLength(1);
  });
});

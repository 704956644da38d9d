import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, type Table, writeFragment } from '../../url/fragment.ts';
import { NEAR_TABLE, RATIO_TABLE, WEIGHT_TABLE, wordsIn } from './settings.ts';

const carried = <T extends object>(table: Table<T>, part: Partial<T>): T => {
  const state = { ...fallbackState(table), ...part };
  return { ...fallbackState(table), ...readFragment(table, 'x', writeFragment(table, 'x', state))?.state };
};

describe('links of the figures', () => {
  it('carry what is set', () => {
    expect(carried(NEAR_TABLE, { chosen: '鲸 船', window: 3, byDistance: false, row: 4 })).toMatchObject({
      chosen: '鲸 船',
      window: 3,
      byDistance: false,
      row: 4,
    });
    expect(carried(RATIO_TABLE, { first: 'ice', second: 'steam', probes: 'solid gas' })).toMatchObject({
      first: 'ice',
      second: 'steam',
      probes: 'solid gas',
    });
    expect(carried(WEIGHT_TABLE, { logMost: 2, power: 1 })).toMatchObject({ logMost: 2, power: 1 });
  });

  it('have keys of their own in every table', () => {
    for (const table of [NEAR_TABLE, RATIO_TABLE, WEIGHT_TABLE]) {
      const keys = Object.values(table).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

it('wordsIn takes words in any marks, each once', () => {
  expect(wordsIn(' Tax,health  tax；鲸、船\n', 9)).toEqual(['tax', 'health', '鲸', '船']);
  expect(wordsIn('a b c', 2)).toEqual(['a', 'b']);
  expect(wordsIn('  ', 5)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { CELLS_TABLE, CHAIN_TABLE, type ChainSettings, kOf, PRODUCT_TABLE } from './settings.ts';
import { SHAPE_TABLE, weightsOf } from './shape-settings.ts';
import { networkKey, VERSUS_TABLE, versusConfig } from './versus-settings.ts';
import { JUDGING_TABLE, WRITING_TABLE } from './writer-settings.ts';

describe('links', () => {
  it('carry what is set, and come back as they were', () => {
    const settings: ChainSettings = {
      ...fallbackState(CHAIN_TABLE),
      source: 'own',
      ownText: '明月几时有？\nEnd & more',
      level: 'character',
      smoothing: 'add-k',
      logK: -1.25,
      order: 5,
      amount: '30000',
      sentence: 'a=b & c#d',
      at: 9,
    };
    const read = readFragment(CHAIN_TABLE, 'chain', writeFragment(CHAIN_TABLE, 'chain', settings));
    expect({ ...fallbackState(CHAIN_TABLE), ...read?.state }).toEqual(settings);
    expect(read?.notices).toEqual([]);
  });

  it.each(
    Object.entries({
      CHAIN_TABLE,
      CELLS_TABLE,
      PRODUCT_TABLE,
      SHAPE_TABLE,
      VERSUS_TABLE,
      WRITING_TABLE,
      JUDGING_TABLE,
    }),
  )('%s names no key twice', (_, table) => {
    const keys = Object.values(table).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('k is a power of ten', () => {
  expect(kOf({ logK: -2 })).toBeCloseTo(0.01, 15);
});

describe('weights by hand', () => {
  it('are even until they are set, and never all 0', () => {
    expect(weightsOf({ weights: [], size: 3 })).toEqual([50, 50, 50]);
    expect(weightsOf({ weights: [[10], [0]], size: 3 })).toEqual([10, 0, 50]);
    expect(weightsOf({ weights: [[0], [0]], size: 2 })).toEqual([50, 50]);
    expect(weightsOf({ weights: [[-5], [900]], size: 2 })).toEqual([0, 100]);
  });
});

describe('the comparison', () => {
  const settings = fallbackState(VERSUS_TABLE);

  it('is another network for every setting that decides its numbers, and for no other', () => {
    const key = networkKey(settings, 'text');
    expect(networkKey({ ...settings, smoothing: 'none', logK: 1 }, 'text')).toBe(key);
    for (const part of [
      { cell: 'rnn' },
      { hidden: 9 },
      { seed: 2 },
      { vocabulary: 50 },
      { amount: '30000' },
    ] as const)
      expect(networkKey({ ...settings, ...part }, 'text')).not.toBe(key);
    expect(networkKey(settings, 'other')).not.toBe(key);
  });

  it('learns the beginning of the text and holds its end out', () => {
    const { task } = versusConfig({ ...settings, amount: '3000' }, 'x'.repeat(5000));
    expect(task.text).toHaveLength(3000);
    expect(task.heldOut?.share).toBe(0.1);
  });
});

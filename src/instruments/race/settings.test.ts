import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { parameterCount, RACERS, raceConfig, TABLE, unitsFor, unitsOf } from './settings.ts';

const settings = fallbackState(TABLE);

describe('race settings', () => {
  // V = 4 letters + 10 digits + 1 question mark = 15; G(n(n + V) + n) + nV + V.
  it.each([
    ['lstm', 4 * (16 * 31 + 16) + 16 * 15 + 15],
    ['gru', 3 * (16 * 31 + 16) + 16 * 15 + 15],
    ['rnn', 16 * 31 + 16 + 16 * 15 + 15],
  ] as const)('%s with 16 units has %d parameters', (racer, count) => {
    expect(parameterCount(racer, 16)).toBe(count);
  });

  it('spends the same budget: no other number of units comes nearer', () => {
    const budget = parameterCount('lstm', 16);
    for (const racer of RACERS) {
      const units = unitsFor(racer, budget);
      const off = Math.abs(parameterCount(racer, units) - budget);
      for (const other of [units - 1, units + 1]) {
        expect(Math.abs(parameterCount(racer, other) - budget)).toBeGreaterThanOrEqual(off);
      }
    }
    expect(unitsFor('lstm', budget)).toBe(16);
    expect(unitsOf({ ...settings, match: 'parameters' }, 'rnn')).toBeGreaterThan(30);
    expect(unitsOf(settings, 'rnn')).toBe(16);
  });

  it('differ between the runners in nothing but the cell and its units', () => {
    const [a, b] = [raceConfig(settings, 'lstm'), raceConfig(settings, 'rnn')];
    expect({ ...a, cell: null }).toEqual({ ...b, cell: null });
  });

  it('come back from a link, clamped', () => {
    const link = writeFragment(TABLE, 'race', { ...settings, delay: 10, match: 'parameters' });
    expect(readFragment(TABLE, 'race', link)?.state).toEqual({ delay: 10, match: 'parameters' });
    const wild = readFragment(TABLE, 'race', '#figure=race&delay=1e9&h=0');
    expect(wild?.state).toEqual({ delay: 80, hidden: 2 });
    expect(wild?.notices).toHaveLength(2);
  });
});

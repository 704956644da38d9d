import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, integer, text } from './codecs.ts';
import { fallbackState, readFragment, type Table, withFallbacks, writeFragment } from './fragment.ts';

interface State {
  readonly hidden: number;
  readonly cell: 'lstm' | 'gru';
  readonly sentence: string;
}
const table: Table<State> = {
  hidden: { key: 'h', codec: integer(8, 1, 64) },
  cell: { key: 'cell', codec: choice('lstm', ['lstm', 'gru']) },
  sentence: { key: 'say', codec: text('', 2048) },
};

describe('fragment', () => {
  it('carries only what differs from the fallback', () => {
    expect(writeFragment(table, 'unrolled', { hidden: 16, cell: 'lstm', sentence: '' })).toBe(
      '#figure=unrolled&h=16',
    );
  });

  it('gives back what was written, whatever the sentence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        (hidden, sentence) => {
          const state: State = { hidden, cell: 'gru', sentence };
          const read = readFragment(table, 'unrolled', writeFragment(table, 'unrolled', state));
          expect({ ...fallbackState(table), ...read?.state }).toEqual(state);
          expect(read?.notices).toEqual([]);
        },
      ),
    );
  });

  it('is silent about another figure', () => {
    expect(readFragment(table, 'race', '#figure=unrolled&h=16')).toBeNull();
    expect(readFragment(table, 'unrolled', '')).toBeNull();
  });

  it('survives any nonsense and names the key', () => {
    expect(
      readFragment(table, 'unrolled', '#figure=unrolled&h=%zz&cell=<b>&&&=x')?.notices.map(({ key }) => key),
    ).toEqual(['h', 'cell']);
    fc.assert(
      fc.property(fc.string(), (nonsense) => {
        const read = readFragment(table, 'unrolled', `#figure=unrolled&${nonsense}`);
        expect(read?.state.hidden ?? 8).toBeGreaterThan(0);
      }),
    );
  });
  it('keeps its keys under other fallbacks, and leaves out of the link what is at those', () => {
    const other = withFallbacks(table, { hidden: 3 });
    expect(fallbackState(other)).toEqual({ ...fallbackState(table), hidden: 3 });
    expect(writeFragment(other, 'x', { ...fallbackState(other) })).toBe('#figure=x');
    expect(readFragment(other, 'x', '#figure=x&h=5')?.state).toEqual({ hidden: 5 });
  });
});

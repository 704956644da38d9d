import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsed } from './clock.ts';
import { type Command, MOVES, opening, present } from './presentation.ts';

const EXTENT = { count: 6, last: 4 };
const played = (index: number, ...commands: Command[]) =>
  commands.reduce((state, command) => present(state, command, EXTENT), opening(index));

describe('present', () => {
  it.each([
    [0, 'next', 1],
    [5, 'next', 5],
    [3, 'previous', 2],
    [0, 'previous', 0],
    [3, 'first', 0],
    [0, 'last', 4],
  ] as const)('from %i, %s leads to %i', (from, kind, to) => {
    expect(played(from, { kind }).index).toBe(to);
  });

  it('goes where it is told, as far as there is something', () => {
    expect(played(0, { kind: 'go', index: 5 }).index).toBe(5);
    expect(played(0, { kind: 'go', index: 99 }).index).toBe(5);
    expect(played(2, { kind: 'go', index: -3 }).index).toBe(0);
  });

  it('goes dark and bright again, and is bright wherever it goes', () => {
    expect(played(2, { kind: 'blackout' })).toMatchObject({ index: 2, blackout: true });
    expect(played(2, { kind: 'blackout' }, { kind: 'blackout' }).blackout).toBe(false);
    expect(played(2, { kind: 'blackout' }, { kind: 'next' })).toMatchObject({ index: 3, blackout: false });
  });

  it('keeps the clock while it moves', () => {
    const state = played(0, { kind: 'clock', call: 'start', now: 100 }, { kind: 'next' });
    expect(elapsed(state.clock, 350)).toBe(250);
  });

  it('never leaves the talk', () => {
    const command = fc.oneof(
      fc.constantFrom(...MOVES).map((kind): Command => ({ kind })),
      fc.integer().map((index): Command => ({ kind: 'go', index })),
    );
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        const { index } = played(0, ...commands);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(EXTENT.count);
      }),
    );
  });
});

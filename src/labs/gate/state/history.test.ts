import { describe, expect, it } from 'vitest';
import { EMPTY_HISTORY, type History, mostKept, redo, remember, undo } from './history.ts';

const historyOf = (...changes: readonly (readonly [now: number, about?: string])[]): History<number> =>
  changes.reduce<History<number>>((history, [now, about]) => remember(history, now, about), EMPTY_HISTORY);

describe('undo', () => {
  it('goes back one change at a time, and forth again', () => {
    const history = historyOf([1], [2]);
    const back = undo(history, 3);
    expect(back?.to).toBe(2);
    const further = back && undo(back.history, back.to);
    expect(further?.to).toBe(1);
    expect(further && undo(further.history, 1)).toBeNull();
    const again = further && redo(further.history, 1);
    expect(again?.to).toBe(2);
    expect(again && redo(again.history, 2)?.to).toBe(3);
  });

  it('takes a run of changes about one thing as one', () => {
    const history = historyOf([1, 'slider'], [2, 'slider'], [3, 'slider'], [4, 'text']);
    expect(history.past).toEqual([1, 4]);
    // After an undo the same thing begins anew.
    const back = undo(history, 5);
    expect(back && remember(back.history, 4, 'text').past).toEqual([1, 4]);
    expect(historyOf([1], [2]).past).toEqual([1, 2]);
  });

  it('forgets what was undone when something else is done', () => {
    const back = undo(historyOf([1], [2]), 3);
    expect(back && remember(back.history, 2).future).toEqual([]);
  });

  it('keeps the newest hundred', () => {
    const history = historyOf(...Array.from({ length: 130 }, (_, index) => [index] as const));
    expect([history.past.length, history.past[0], history.past.at(-1)]).toEqual([100, 30, 129]);
  });

  it('keeps fewer of large networks, and a few of the largest', () => {
    expect(mostKept(5_000)).toBe(100);
    expect(mostKept(3_200_000) * 3_200_000 * 8).toBeLessThan(300e6);
    expect(mostKept(1e9)).toBe(4);
  });
});

import { describe, expect, it } from 'vitest';
import type { Nearest } from '../../workers/embeddings/protocol.ts';
import { keptShare, markOf, NO_STANDING, nextStanding, standingOf } from './marks.ts';

const list = (word: string, ids: readonly number[] | null) => ({
  word,
  nearest: ids?.map((id) => ({ id, cosine: 0.5 })) ?? null,
});

describe('marks of changes', () => {
  const before = standingOf([list('war', [4, 5, 6]), list('peace', null)]);

  it('says what is new, and what rose or fell', () => {
    const marks = [5, 4, 9].map((id, at) => markOf(before, 'war', id, at));
    expect(marks).toEqual(['up', 'down', 'new']);
    expect(markOf(before, 'war', 4, 0)).toBe('same');
    expect(markOf(before, 'peace', 4, 0)).toBe('same');
  });

  it('counts what stayed, whatever its place', () => {
    expect(keptShare(before, [list('war', [5, 4, 9]), list('peace', [1])])).toBeCloseTo(2 / 3, 12);
    expect(keptShare(before, [list('new', [1])])).toBeNaN();
  });
});

describe('nextStanding', () => {
  const war = (ids: readonly number[]) => [list('war', ids)];
  const at = (epoch: number, lists: readonly Nearest[] | undefined, isDone = false) => ({
    epoch,
    isDone,
    lists,
  });

  it('takes the lists when an epoch begins, and keeps them until the next', () => {
    const none = nextStanding(NO_STANDING, at(0, war([1])));
    expect(none.standing.size).toBe(0);
    expect(nextStanding(none, at(0, war([2])))).toBe(none);
    const first = nextStanding(none, at(1, war([3])));
    expect(first.standing.get('war')).toEqual([3]);
    expect(nextStanding(first, at(1, war([4])))).toBe(first);
    expect(nextStanding(first, at(2, war([4]))).standing.get('war')).toEqual([4]);
  });

  it('adds words that are looked up meanwhile, leaves the last epoch’s marks, and begins anew with the run', () => {
    const first = nextStanding(NO_STANDING, at(1, war([3])));
    const more = nextStanding(first, at(1, [...war([4]), list('peace', [7])]));
    expect([...more.standing]).toEqual([
      ['war', [3]],
      ['peace', [7]],
    ]);
    expect(nextStanding(more, at(2, war([9]), true)).standing.get('war')).toEqual([3]);
    expect(nextStanding(more, at(0, war([9]))).standing.size).toBe(0);
    expect(nextStanding(more, at(1, undefined))).toBe(NO_STANDING);
  });
});

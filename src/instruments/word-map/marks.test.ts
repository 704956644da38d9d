import { describe, expect, it } from 'vitest';
import { keptShare, markOf, standingOf } from './marks.ts';

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

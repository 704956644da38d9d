import { describe, expect, it } from 'vitest';
import { axisOf, placeWords, unitsOf } from './axis.ts';
import { isFarther } from './conditions.ts';
import { findLeft, unitRows } from './left.ts';
import { takeSteps } from './steps.ts';

/** he and she differ along the first dimension; the rest of a word is in the others. */
const VECTORS: Readonly<Record<string, readonly number[]>> = {
  he: [-3, 4, 0],
  she: [3, 4, 0],
  man: [-2, 0, 2],
  woman: [2, 0, 2],
  nurse: [0.6, 0.8, 0],
  boss: [-1, 0, 0],
  skater: [4, 3, 0],
  mother: [5, 1, 0],
};
const words = Object.keys(VECTORS);
const rows = {
  words,
  indices: Int32Array.from(words, (_, i) => i),
  vectors: Float32Array.from(Object.values(VECTORS).flat()),
  dimensions: 3,
  counts: null,
  columns: [],
  missing: [],
};
const unit = unitsOf(rows);

describe('words along an axis', () => {
  const axis = axisOf(
    [
      ['He', 'she'],
      ['no', 'body'],
      ['man', 'man'],
      ['man', 'woman'],
    ],
    unit,
  );
  if (!axis.result.ok) throw new Error(axis.result.reason);
  const g = axis.result.direction;

  it('is of the pairs that are there and differ', () => {
    expect(axis.used).toEqual([
      ['He', 'she'],
      ['man', 'woman'],
    ]);
    expect(axis.flat).toEqual([['man', 'man']]);
    expect([...g]).toEqual([1, 0, 0].map((x) => expect.closeTo(x, 6)));
  });

  it('puts words in order, and neutral ones at 0; of some nothing is left', () => {
    expect(placeWords(['skater', 'nowhere', 'nurse', 'boss'], unit, g)).toEqual([
      { word: 'boss', before: expect.closeTo(-1, 6), after: null },
      { word: 'nurse', before: expect.closeTo(0.6, 6), after: expect.closeTo(0, 12) },
      { word: 'skater', before: expect.closeTo(0.8, 6), after: expect.closeTo(0, 12) },
    ]);
  });

  it('is passed by a word of one’s own that says no gender, with several pairs', () => {
    const placed = (...some: string[]) => placeWords(some, unit, g);
    expect(isFarther(placed('nurse', 'skater'), axis, unit)).toBe(true);
    expect(isFarther(placed('skater'), axis, unit)).toBe(true);
    expect(isFarther(placed('nurse', 'boss', 'mother', 'she'), axis, unit)).toBe(false);
    expect(isFarther(placed('nurse', 'skater'), { ...axis, used: axis.used.slice(1) }, unit)).toBe(false);
  });

  it('is not passed along a direction that goes the other way', () => {
    const back = axisOf(
      [
        ['she', 'he'],
        ['woman', 'man'],
      ],
      unit,
    );
    if (!back.result.ok) throw new Error(back.result.reason);
    const placed = placeWords(
      ['chief'],
      (word) => unit(word === 'chief' ? 'boss' : word),
      back.result.direction,
    );
    expect(placed[0]?.before).toBeCloseTo(1, 6);
    expect(isFarther(placed, back, unit)).toBe(false);
  });

  it('shows a word, a pair and their cosines stage by stage', () => {
    const steps = takeSteps('nurse', ['man', 'woman'], unit, g);
    expect(steps?.stages.map(({ stage }) => stage)).toEqual(['before', 'neutral', 'equal']);
    const [before, neutral, equal] = steps?.stages ?? [];
    expect(before?.along).toBeCloseTo(0.6, 6);
    expect(neutral?.along).toBeCloseTo(0, 12);
    expect(equal?.withA).toBeCloseTo(equal?.withB ?? 9, 12);
    expect(takeSteps('boss', ['man', 'woman'], unit, g)?.stages).toHaveLength(1);
    expect(takeSteps('nurse', ['man', 'nobody'], unit, g)).toBeNull();
  });
});

describe('what is left of groups that differ in a second direction as well', () => {
  // Two heaps of words; the list of gendered words is not among them.
  const names = Array.from({ length: 60 }, (_, i) => `x${i}`);
  const vectors = Float32Array.from(
    names.flatMap((_, i) => {
      const side = i % 2 ? 1 : -1;
      return [side * (0.5 + (i % 7) / 20), side, 0.3 * Math.sin(i), 0.3 * Math.cos(3 * i)];
    }),
  );
  const work = findLeft({ words: names, vectors, dimensions: 4 }, Float64Array.of(1, 0, 0, 0), 20, [
    'x1',
    'x2',
    'no',
  ]);
  let step = work.next();
  while (!step.done) step = work.next();
  const left = step.value;

  it('finds the groups again', () => {
    expect(left.along.after).toBeLessThan(1e-6);
    expect(left.base).toBe(0.5);
    expect(left.centre).toEqual({ before: 1, after: 1 });
    expect(left.cluster).toEqual({ before: 1, after: 1 });
    expect(left.high.every((word) => Number(word.slice(1)) % 2 === 1)).toBe(true);
    expect([left.low.length, left.high.length]).toEqual([20, 20]);
    expect(left.maps.after).toHaveLength(80);
    expect(left.words.map(({ word }) => word)).toEqual(['x2', 'x1']);
  });

  it('leaves a row of zeros as it is', () => {
    expect([...unitRows(Float32Array.of(0, 0, 3, 4), 2)]).toEqual(
      [0, 0, 0.6, 0.8].map((x) => expect.closeTo(x, 6)),
    );
  });
});

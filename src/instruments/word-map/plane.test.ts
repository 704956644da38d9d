import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { parallelism, planeOf, unit } from './plane.ts';

const random = createRandom(11);
const vector = () => Float64Array.from({ length: 6 }, () => random.normal());

describe('planeOf', () => {
  const words = ['a', 'b', 'c', 'd'];
  const vectors = words.map(vector);

  it('leaves out what has no vector, and does not mind lengths', () => {
    const plane = planeOf(words, [vectors[0] ?? null, null, vectors[2] ?? null, vectors[3] ?? null], null);
    expect(plane.words).toEqual(['a', 'c', 'd']);
    expect(plane.missing).toEqual(['b']);
    // Three points always lie on a plane.
    expect(plane.share).toBeCloseTo(1, 9);
    const longer = planeOf(
      words,
      vectors.map((x) => x.map((value) => 7 * value)),
      null,
    );
    const { points } = planeOf(words, vectors, null);
    longer.points.forEach((x, i) => {
      expect(x).toBeCloseTo(points[i] ?? NaN, 9);
    });
  });

  it('lies as the plane before did, also when that one was turned', () => {
    const first = planeOf(words, vectors, null);
    const turned = { ...first, points: first.points.map((_, i) => (i % 2 ? 1 : -1) * first.points[i ^ 1]!) };
    const next = planeOf(words, vectors, turned);
    next.points.forEach((x, i) => {
      expect(x).toBeCloseTo(turned.points[i] ?? NaN, 9);
    });
  });

  it('has nothing to show of no words', () => expect(planeOf([], [], null).points).toHaveLength(0));
});

describe('parallelism', () => {
  const [a, step] = [unit(vector()), vector()];
  const known = new Map([
    ['man', a],
    ['woman', unit(a.map((x, i) => x + 0.1 * (step[i] ?? 0)))],
    ['he', a.map((x) => 3 * x)],
    ['she', unit(a.map((x, i) => x + 0.1 * (step[i] ?? 0))).map((x) => 2 * x)],
  ]);
  const find = (word: string) => known.get(word) ?? null;

  it('is 1 for parallel arrows, −1 for opposite ones, and not there for one', () => {
    const pair = (from: string, to: string, relation = 0) => ({ from, to, relation });
    expect(parallelism([pair('man', 'woman'), pair('he', 'she')], find)[0]).toBeCloseTo(1, 12);
    expect(parallelism([pair('man', 'woman'), pair('she', 'he')], find)[0]).toBeCloseTo(-1, 12);
    expect(parallelism([pair('man', 'woman'), pair('he', 'nobody')], find)).toEqual([Number.NaN]);
  });
});

import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { rankUnits } from './rank.ts';
import { standardise } from './standard.ts';

const LENGTH = 400;
const random = createRandom(1);
const track = Float64Array.from({ length: LENGTH }, (_, t) => Number(t % 40 < 10));
/** 0: noise; 1: the track, turned over, with noise; 2: never changes; 3: the track on a large mean. */
const units = [
  track.map(() => random.normal()),
  track.map((value) => 0.2 * random.normal() - value),
  track.map(() => 0.7),
  track.map((value) => 1e6 + 0.01 * value),
].map(standardise);

it('finds the units that follow, and how', () => {
  const ranks = rankUnits(units, standardise(track));
  expect(ranks.map(({ unit }) => unit)).toEqual([3, 1, 0, 2]);
  expect(ranks[0]?.correlation).toBeCloseTo(1, 6);
  expect(ranks[1]?.correlation).toBeLessThan(-0.85);
  expect(Math.abs(ranks[2]?.correlation ?? 1)).toBeLessThan(0.2);
  expect(ranks[3]?.correlation).toBe(0);
});

it('says nothing of a track that never changes', () => {
  const ranks = rankUnits(units, standardise(new Float64Array(LENGTH).fill(3)));
  expect(ranks.map(({ correlation }) => correlation)).toEqual([0, 0, 0, 0]);
});

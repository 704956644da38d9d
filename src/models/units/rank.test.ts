import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { rankUnits } from './rank.ts';

const LENGTH = 400;
const random = createRandom(1);
const track = Float64Array.from({ length: LENGTH }, (_, t) => Number(t % 40 < 10));
/** Unit 0: noise; 1: the track, turned over, with noise; 2: never changes; 3: the track on a large mean. */
const UNITS = 4;
const activations = Float64Array.from({ length: LENGTH * UNITS }, (_, i) => {
  const t = Math.floor(i / UNITS);
  return [random.normal(), 0.2 * random.normal() - track[t]!, 0.7, 1e6 + 0.01 * track[t]!][i % UNITS]!;
});

it('finds the units that follow, and how', () => {
  const ranks = rankUnits(activations, UNITS, track);
  expect(ranks.map(({ unit }) => unit)).toEqual([3, 1, 0, 2]);
  expect(ranks[0]?.correlation).toBeCloseTo(1, 6);
  expect(ranks[1]?.correlation).toBeLessThan(-0.85);
  expect(Math.abs(ranks[2]?.correlation ?? 1)).toBeLessThan(0.2);
  expect(ranks[3]?.correlation).toBe(0);
});

it('by hand: (1, 2, 3) and (1, 3, 2) have r = 1/2', () => {
  const [rank] = rankUnits(Float64Array.of(1, 3, 2), 1, Float64Array.of(1, 2, 3));
  expect(rank?.correlation).toBeCloseTo(0.5, 15);
});

it('says nothing of a track that never changes', () => {
  const ranks = rankUnits(activations, UNITS, new Float64Array(LENGTH));
  expect(ranks.map(({ correlation }) => correlation)).toEqual([0, 0, 0, 0]);
});

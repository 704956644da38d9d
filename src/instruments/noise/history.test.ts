import { expect, it } from 'vitest';
import { chiSquare } from './chi-square.ts';
import { createNoiseTable } from './draws.ts';
import { chiSquareLimit, drawUntil, startHistory } from './history.ts';

const COUNTS = [500, 200, 60, 9, 2];
const table = createNoiseTable(COUNTS, 0.75);
const rivals = {
  own: table.probabilities,
  uniform: createNoiseTable(COUNTS, 0).probabilities,
  unigram: createNoiseTable(COUNTS, 1).probabilities,
};

it('is the same history in one go and in many', () => {
  const whole = drawUntil(startHistory(table, 4), rivals, 3000);
  const parts = [7, 100, 1234, 3000].reduce(
    (history, draws) => drawUntil(history, rivals, draws),
    startHistory(table, 4),
  );
  expect(parts.tally).toEqual(whole.tally);
  // Early points are as the step of their time had them; the later ones are all there.
  expect(whole.at).toEqual(expect.arrayContaining([...parts.at]));
  const last = whole.at.at(-1) ?? 0;
  expect(parts.at.at(-1)).toBe(last);
  const there = drawUntil(startHistory(table, 4), rivals, last);
  expect(whole.chi.unigram.at(-1)).toBe(chiSquare(there.tally.seen, rivals.unigram).value);
  expect(whole.at.length).toBeLessThanOrEqual(120);
});

it.each([
  [0.05, 11, 19.675],
  [0.05, 1, 3.841],
  [0.01, 23, 41.638],
])('chiSquareLimit(%d, %d) is what tables print: %d', (tail, freedom, limit) => {
  expect(chiSquareLimit(tail, freedom)).toBeCloseTo(limit, 3);
});

import { describe, expect, it } from 'vitest';
import { initialNnlm, type NnlmShape, readContext } from '../../models/nnlm/network.ts';
import { createRandom } from '../../models/random.ts';
import { nearestRows, type Reading, scoreArithmetic, timesSeen, unitArithmetic } from './arithmetic.ts';

function readingOf(shape: NnlmShape): Reading {
  const parameters = initialNnlm(shape, createRandom(3));
  parameters.outputBias.set(parameters.outputBias.map((_, i) => i / 10));
  return { shape, parameters, trace: readContext(shape, parameters, [1, 3]) };
}

describe.each([4, 0])('with %i units', (hidden) => {
  const reading = readingOf({ vocabulary: 5, dimensions: 3, context: 2, hidden });

  it('the parts of a unit’s sum are what tanh was taken of', () => {
    reading.trace.hidden.forEach((value, unit) => {
      expect(Math.tanh(unitArithmetic(reading, unit).total)).toBeCloseTo(value, 12);
    });
  });

  it('scores differ as their log probabilities do', () => {
    const { logProbabilities } = reading.trace;
    const scores = Array.from(logProbabilities, (_, word) => scoreArithmetic(reading, word).total);
    const shift = scores[0]! - logProbabilities[0]!;
    scores.forEach((score, word) => {
      expect(score - logProbabilities[word]!).toBeCloseTo(shift, 12);
    });
    expect(scoreArithmetic(reading, 2).terms).toHaveLength(hidden || 2);
  });

  it('the nearest rows come first', () => {
    const nearest = nearestRows(reading, 1, 9);
    expect(nearest).toHaveLength(4);
    expect(nearest.map(({ id }) => id)).not.toContain(1);
    const cosines = nearest.map(({ cosine }) => cosine);
    expect(cosines).toEqual([...cosines].sort((a, b) => b - a));
    for (const cosine of cosines) expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-12);
  });
});

it('words count where they stand one behind the other, within a line', () => {
  const lines = [['a', 'b', 'a', 'b'], ['b', 'a'], ['b']];
  expect(timesSeen(lines, ['a', 'b'])).toBe(2);
  expect(timesSeen(lines, ['b', 'a'])).toBe(2);
  expect(timesSeen(lines, ['b', 'b'])).toBe(0);
});

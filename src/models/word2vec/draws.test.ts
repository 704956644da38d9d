import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { aliasTable } from '../softmax/noise.ts';
import { chanceLimit, drawBelow, drawChance, drawFrom } from './draws.ts';

const words = () => createRandom(17).state();
const DRAWS = 60_000;

/** Chi-square of what was drawn against what it should be. */
function chiSquare(probabilities: readonly number[], draw: () => number): number {
  const found = new Float64Array(probabilities.length);
  for (let i = 0; i < DRAWS; i++) found[draw()]!++;
  return [...found].reduce((sum, seen, i) => {
    const expected = DRAWS * probabilities[i]!;
    return sum + (seen - expected) ** 2 / expected;
  }, 0);
}

describe('draws follow their distributions (chi-square, 0.1 %)', () => {
  it('integers below n', () => {
    const state = words();
    expect(chiSquare([0.2, 0.2, 0.2, 0.2, 0.2], () => drawBelow(state, 5))).toBeLessThan(18.47);
  });

  it('a table', () => {
    const state = words();
    const probabilities = [0.5, 0.3, 0.1, 0.05, 0.05];
    const { limits, aliases } = aliasTable(Float64Array.from(probabilities));
    const table = { limits: limits.map(chanceLimit), aliases };
    expect(chiSquare(probabilities, () => drawFrom(state, table))).toBeLessThan(18.47);
  });

  it('a chance, and certainty', () => {
    const state = words();
    expect(chiSquare([0.7, 0.3], () => Number(!drawChance(state, chanceLimit(0.7))))).toBeLessThan(10.83);
    for (let i = 0; i < 1000; i++) expect(drawChance(state, chanceLimit(1))).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { draw } from './draw.ts';
import { shapeDistribution } from './shape.ts';

const P = Float64Array.of(0.4, 0.3, 0, 0.15, 0.1, 0.05);

/** χ² of 20,000 draws against what they should be. */
function chiSquare(expected: Float64Array, seed: number): number {
  const random = createRandom(seed);
  const counts = new Float64Array(expected.length);
  const draws = 20_000;
  for (let i = 0; i < draws; i++) counts[draw(expected, random)]! += 1;
  return counts.reduce((sum, count, i) => {
    const wanted = draws * expected[i]!;
    return wanted === 0 ? sum + count * Number.MAX_VALUE : sum + (count - wanted) ** 2 / wanted;
  }, 0);
}

it.each([
  ['as it is', P],
  ['tempered', shapeDistribution(P, { temperature: 1.7, topK: null, topP: 1 })],
])('draws as often as it should, %s', (_name, expected) => {
  // 4 degrees of freedom: 18.5 is exceeded once in a thousand.
  expect(chiSquare(expected, 1)).toBeLessThan(18.5);
});

it('draws from what top-k and top-p have left only', () => {
  const shaped = shapeDistribution(P, { temperature: 1, topK: 3, topP: 0.8 });
  const random = createRandom(2);
  const drawn = new Set(Array.from({ length: 1000 }, () => draw(shaped, random)));
  expect([...drawn].sort()).toEqual([0, 1]);
});

it('needs no sum of 1, and something to draw', () => {
  expect(draw([0, 0, 1e-300], createRandom(1))).toBe(2);
  expect(() => draw([0, 0], createRandom(1))).toThrow(RangeError);
  expect(() => draw([], createRandom(1))).toThrow(RangeError);
});

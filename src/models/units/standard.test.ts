import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { correlation, standardise } from './standard.ts';

it('by hand: (1, 2, 3) and (1, 3, 2) have r = 1/2', () => {
  expect(correlation(standardise([1, 3, 2]), standardise([1, 2, 3]))).toBeCloseTo(0.5, 6);
});

it('by hand: (1, 2, 3) moved on by one is (3, 1, 2), and its r with (1, 3, 2) is −1', () => {
  expect(correlation(standardise([1, 3, 2]), standardise([1, 2, 3]), 1)).toBeCloseTo(-1, 6);
});

it('a shift moves the second column as if it were moved before', () => {
  const random = createRandom(4);
  const [a, b] = [1, 2].map(() => Float64Array.from({ length: 50 }, () => random.normal()));
  const moved = Float64Array.from({ length: 50 }, (_, t) => b?.[(t + 50 - 17) % 50] ?? 0);
  const shifted = correlation(standardise(a ?? []), standardise(b ?? []), 17);
  expect(shifted).toBeCloseTo(correlation(standardise(a ?? []), standardise(moved)), 6);
});

it('has mean 0 and a sum of squares of 1, or is 0 throughout', () => {
  const standard = standardise([4, 8, 15, 16, 23, 42]);
  expect(standard.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
  expect(standard.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 6);
  expect([...standardise([0.1, 0.1, 0.1])]).toEqual([0, 0, 0]);
  expect(standardise([])).toHaveLength(0);
});

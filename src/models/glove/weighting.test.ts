import { expect, it } from 'vitest';
import { cellWeight } from './weighting.ts';

it('is the paper’s: 0 at 0, rising to 1 at x_max, and level', () => {
  const paper = { most: 100, power: 0.75 };
  expect(cellWeight(0, paper)).toBe(0);
  expect(cellWeight(100 / 16, paper)).toBe(1 / 8);
  expect(cellWeight(100, paper)).toBe(1);
  expect(cellWeight(5000, paper)).toBe(1);
  const rising = [1, 2, 5, 20, 99].map((x) => cellWeight(x, paper));
  expect([...rising].sort((a, b) => a - b)).toEqual(rising);
});

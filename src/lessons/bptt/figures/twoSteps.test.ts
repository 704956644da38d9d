import { expect, it } from 'vitest';
import { GIVEN, gradientAtFirst, slope } from './twoSteps.ts';

it('is the product of both steps, worked out by hand', () => {
  expect(slope(GIVEN, 2)).toBeCloseTo(0.75, 12);
  expect(slope(GIVEN, 3)).toBeCloseTo(0.64, 12);
  expect(gradientAtFirst(GIVEN)).toBeCloseTo(2 * 0.64 * 0.8 * 0.75 * 0.8, 12);
});

it('does not depend on the first state itself', () => {
  expect(gradientAtFirst({ ...GIVEN, states: [0.1, 0.5, 0.6] })).toBeCloseTo(gradientAtFirst(GIVEN), 12);
});

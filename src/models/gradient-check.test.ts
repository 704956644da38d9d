import { describe, expect, it } from 'vitest';
import { checkGradient, dot, expectGradient, testNumbers } from './gradient-check.testkit.ts';

describe('gradient check', () => {
  const values = testNumbers(1, 6);
  const loss = () => values.reduce((sum, x) => sum + Math.sin(x) * x, 0);
  const analytic = values.map((x) => Math.cos(x) * x + Math.sin(x));

  it('accepts the right gradient and puts the values back', () => {
    const before = values.slice();
    expectGradient(loss, values, analytic);
    expect(values).toEqual(before);
  });

  it('names the entry that is wrong', () => {
    const wrong = analytic.map((entry, i) => (i === 4 ? entry * 1.01 : entry));
    expect(checkGradient(loss, values, wrong).index).toBe(4);
    expect(() => expectGradient(loss, values, wrong)).toThrow();
  });

  it('rejects NaN and a gradient that is all zero', () => {
    expect(() =>
      expectGradient(
        loss,
        values,
        analytic.map(() => Number.NaN),
      ),
    ).toThrow();
    const constant = testNumbers(2, 3);
    expect(() => expectGradient(() => 1, constant, new Float64Array(3))).toThrow();
  });

  it('numbers repeat and spread', () => {
    expect(testNumbers(7, 5)).toEqual(testNumbers(7, 5));
    expect(Math.abs(dot(testNumbers(3, 1000), new Float64Array(1000).fill(1e-3)))).toBeLessThan(0.1);
  });
});

import { describe, expect, it } from 'vitest';
import { countOf, openAt, resetGap, shareLeft, sideGap } from './facts.ts';

describe('what the lesson says', () => {
  it('counts parameters as its formulas do', () => {
    const [n, x] = [64, 100];
    const one = n * (n + x) + n;
    const shape = { inputs: x, hidden: n };
    expect(countOf('rnn', shape)).toBe(one);
    expect(countOf('simplified', shape)).toBe(2 * one);
    expect(countOf('full', shape)).toBe(3 * one);
    expect(countOf('after', shape)).toBe(3 * one + n);
    expect(countOf('lstm', shape)).toBe(4 * one);
  });

  it('keeps what a product of equal factors keeps', () => {
    expect(shareLeft(0.02, 20)).toBeCloseTo(Math.exp(20 * Math.log(0.98)), 14);
    expect(openAt(0)).toBe(0.5);
    expect(openAt(-2)).toBeCloseTo(1 / (1 + Math.exp(2)), 14);
  });

  it('says rightly that the same weights are another network where the reset gate, or the gate’s side, is another', () => {
    for (const seed of [1, 2, 3]) {
      expect(resetGap(seed)).toBeGreaterThan(0.02);
      expect(sideGap(seed)).toBeGreaterThan(0.2);
    }
  });
});

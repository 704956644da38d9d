import { expect, it } from 'vitest';
import { comingShares, crossEntropy, modelShares } from './shape.ts';

const perplexity = (belief: 'right' | 'wrong', confidence: number, size: number) =>
  Math.exp(crossEntropy(comingShares(size), modelShares(belief, confidence, size, [])));

it('of a uniform model is V, whatever comes', () => {
  for (const size of [2, 5, 10])
    for (const belief of ['right', 'wrong'] as const)
      expect(perplexity(belief, 0, size)).toBeCloseTo(size, 12);
});

it('is least for what really comes (Gibbs), and greater than V for what is confidently wrong', () => {
  for (const size of [2, 6, 10]) {
    const least = perplexity('right', 1, size);
    expect(least).toBeLessThan(size);
    for (const confidence of [0, 0.5, 0.9, 1.1, 2, 4])
      expect(perplexity('right', confidence, size)).toBeGreaterThan(least);
    expect(perplexity('wrong', 1, size)).toBeGreaterThan(size);
    expect(perplexity('wrong', 3, size)).toBeGreaterThan(perplexity('wrong', 1, size));
  }
});

it('by hand: 1/2, 1/2 for what comes 2 : 1 costs one bit; a weight of 0 costs everything', () => {
  const coming = comingShares(2);
  expect([...coming]).toEqual([2 / 3, 1 / 3]);
  expect(crossEntropy(coming, modelShares('hand', 9, 2, [3, 3])) / Math.LN2).toBeCloseTo(1, 14);
  expect(crossEntropy(coming, modelShares('hand', 9, 2, [3, 0]))).toBe(Number.POSITIVE_INFINITY);
});

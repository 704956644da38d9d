import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { keepProbabilities, keepProbability, subsample } from './subsample.ts';

describe('keepProbability', () => {
  it('is 1 for rare words and falls with frequency', () => {
    expect(keepProbability(1e-4, 1e-3)).toBe(1);
    expect(keepProbability(0.04, 1e-3)).toBeCloseTo((Math.sqrt(40) + 1) / 40, 12);
    const shares = [0.001, 0.01, 0.05, 0.1, 0.5];
    const kept = shares.map((share) => keepProbability(share, 1e-3));
    expect([...kept].sort((a, b) => b - a)).toEqual(kept);
  });

  it('drops a little less than the paper’s own formula, √(t / f)', () => {
    for (const share of [0.002, 0.02, 0.2]) {
      expect(keepProbability(share, 1e-3)).toBeGreaterThanOrEqual(Math.sqrt(1e-3 / share));
    }
  });

  it('keeps all when there is no threshold', () => {
    expect([...keepProbabilities([50, 1], 0)]).toEqual([1, 1]);
  });
});

it('subsample leaves about as many as it should, in order', () => {
  const ids = Int32Array.from({ length: 20_000 }, (_, i) => i % 2);
  const kept = subsample(ids, Float64Array.of(0.25, 1), createRandom(2));
  const zeros = kept.filter((id) => id === 0).length;
  // Five standard deviations of 10,000 draws with p = 1/4.
  expect(Math.abs(zeros - 2500)).toBeLessThan(5 * Math.sqrt(10_000 * 0.25 * 0.75));
  expect(kept.filter((id) => id === 1)).toHaveLength(10_000);
});

import { describe, expect, it } from 'vitest';
import { fallbackState } from '../../url/fragment.ts';
import { type Remedy, remedyFlows, remedyNet } from './remedies.ts';
import { LEAKY_TABLE, type LeakySettings } from './settings.ts';

const settings = (part: Partial<LeakySettings> = {}): LeakySettings => ({
  ...fallbackState(LEAKY_TABLE),
  ...part,
});
const normsOf = (remedy: Remedy, part: Partial<LeakySettings> = {}): Float64Array =>
  remedyFlows(settings(part)).find((flow) => flow.remedy === remedy)?.norms ?? new Float64Array();

describe('remedyFlows', () => {
  it('starts each at 1 and follows it T steps back', () => {
    for (const { norms } of remedyFlows(settings({ steps: 30 }))) {
      expect(norms).toHaveLength(31);
      expect(norms[0]).toBeCloseTo(1, 12);
    }
  });

  it('leaky units without a leak are the plain net', () => {
    expect(normsOf('leaky', { alpha: 0 })).toEqual(normsOf('plain'));
    expect(normsOf('plain', { alpha: 0.99 })).toEqual(normsOf('plain'));
  });

  it('with weak matrices the plain error is gone after sixty steps, and a leak of 0.99 keeps more than half of it', () => {
    const weak = { radius: 0.2, steps: 60 };
    expect(normsOf('plain', weak).at(-1)).toBeLessThan(1e-30);
    // αᵏ with α = 0.99 is 0.547; the rest of the unit adds and takes away a little.
    const kept = normsOf('leaky', { ...weak, alpha: 0.99 }).at(-1) ?? NaN;
    expect(kept).toBeGreaterThan(0.5);
    expect(kept).toBeLessThan(0.65);
  });

  it('long edges alone reach multiples of d only; beside the short ones they reach every step, and farther', () => {
    const long = normsOf('long', { delay: 8, steps: 40 });
    long.forEach((norm, k) => void expect(norm > 0).toBe(k % 8 === 0));
    const [skip, plain] = [normsOf('skip', { steps: 60 }), normsOf('plain', { steps: 60 })];
    expect(skip.every((norm) => norm > 0)).toBe(true);
    expect((skip.at(-1) ?? 0) / (plain.at(-1) ?? 1)).toBeGreaterThan(1e3);
  });

  it('has the edges that each remedy is said to have', () => {
    const delays = (remedy: Remedy) => remedyNet(remedy, settings({ delay: 5 })).delays;
    expect([delays('plain'), delays('leaky'), delays('skip'), delays('long')]).toEqual([
      [1],
      [1],
      [1, 5],
      [5],
    ]);
  });
});

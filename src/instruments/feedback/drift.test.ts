import { describe, expect, it } from 'vitest';
import { initialiseNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { DRIFT_NETWORK, DRIFT_TASK, forced, free, LENGTH, measureDrift, rightClasses } from './drift.ts';

const flat = initialiseNetwork(DRIFT_NETWORK, createRandom(2), {}).map((weight) => 2 * weight);

describe('measureDrift', () => {
  it('forced: the mean over all digits of what is not given to the right symbol', () => {
    const { forced: wrong } = measureDrift(flat, 'greedy', 1);
    const t = 7;
    const missed = Array.from({ length: 10 }, (_, digit) => {
      const right = rightClasses(digit)[t] ?? 0;
      return 1 - (forced(flat, digit)[t * DRIFT_NETWORK.classes + right] ?? 0);
    });
    expect(wrong[t]).toBeCloseTo(missed.reduce((sum, each) => sum + each) / 10, 12);
  });

  it('stumbled: as often as free runs that are drawn have made a mistake by then', () => {
    const { stumbled } = measureDrift(flat, 'sample', 1);
    const digits = Array.from({ length: 4000 }, (_, i) => i % 10);
    const { said } = free(flat, digits, 'sample', 5);
    for (const last of [0, 1]) {
      const fell = digits.filter((digit, b) =>
        rightClasses(digit)
          .slice(0, last + 1)
          .some((right, t) => said[t * digits.length + b] !== right),
      ).length;
      // Four standard deviations of a share of 4000.
      expect(Math.abs(fell / 4000 - (stumbled[last] ?? 0))).toBeLessThan(0.032);
    }
    expect(stumbled.every((share, t) => t === 0 || share >= (stumbled[t - 1] ?? 0))).toBe(true);
  });

  it('before and after: the shares of all wrong symbols, parted at the first mistake', () => {
    const { free: wrong, before, after, runs } = measureDrift(flat, 'sample', 3);
    // Each run makes its first mistake once, if at all, so the two shares and the whole are bound together.
    const total = wrong.reduce((sum, share) => sum + share, 0) * runs;
    expect(before * after).not.toBeNaN();
    const steps = runs * LENGTH;
    const inBefore = (total - after * steps) / (before - after);
    expect(inBefore).toBeGreaterThan(0);
    expect(inBefore).toBeLessThan(steps);
    expect(inBefore).toBeCloseTo(Math.round(inBefore), 6);
  });

  it('the same draw gives the same symbols, and greedy needs none', () => {
    expect(measureDrift(flat, 'sample', 9)).toEqual(measureDrift(flat, 'sample', 9));
    expect(measureDrift(flat, 'sample', 9).free).not.toEqual(measureDrift(flat, 'sample', 10).free);
    expect(measureDrift(flat, 'greedy', 1)).toEqual(measureDrift(flat, 'greedy', 2));
  });
});

it('every symbol that is said can be read', () => {
  expect(DRIFT_TASK.classes.every((symbol) => DRIFT_TASK.inputs.includes(symbol))).toBe(true);
});

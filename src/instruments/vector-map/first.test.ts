import { describe, expect, it } from 'vitest';
import { firstOf, placeOf, SCALE } from './first.ts';
import { FIRST } from './settings.ts';

describe('the slider of how many words', () => {
  it('reaches from end to end and never goes back', () => {
    expect(firstOf(SCALE.min)).toBe(FIRST.least);
    expect(firstOf(SCALE.max)).toBe(FIRST.most);
    for (let place = 0; place < SCALE.max; place += SCALE.step) {
      expect(firstOf(place + SCALE.step)).toBeGreaterThanOrEqual(firstOf(place));
    }
  });

  it.each([100, 500, 2000, 5000, 20_000, 50_000])('finds %i again', (first) => {
    expect(firstOf(placeOf(first))).toBe(first);
  });
});

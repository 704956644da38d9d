import { describe, expect, it } from 'vitest';
import { epochSteps, nextRest } from './goal.ts';

const sizes = { tokens: 1000, batch: 4, steps: 10 };

it('an epoch sees every token once', () => {
  expect(epochSteps(sizes)).toBe(25);
  expect(epochSteps({ ...sizes, tokens: 3 })).toBe(1);
});

describe('training rests', () => {
  it.each([
    [0, 500],
    [499, 500],
    [500, 1000],
    [750, 1000],
  ])('from step %i at step %i', (step, rest) => {
    expect(nextRest({ goal: 500, unit: 'steps' }, sizes, step)).toBe(rest);
  });

  it('after whole epochs, rounded up to a step', () => {
    expect(nextRest({ goal: 2, unit: 'epochs' }, sizes, 10)).toBe(50);
    expect(nextRest({ goal: 1, unit: 'epochs' }, { ...sizes, tokens: 1010 }, 26)).toBe(51);
  });

  it('never, where no end was set or an epoch is not known yet', () => {
    expect(nextRest({ goal: 0, unit: 'steps' }, sizes, 7)).toBeNull();
    expect(nextRest({ goal: 1, unit: 'epochs' }, null, 7)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { formatSpeed, positionToSpeed, SPEEDS, speedToPosition } from './speed.ts';

describe('speed', () => {
  it('goes to the slider and back', () => {
    expect(SPEEDS.map(speedToPosition)).toEqual([-2, -1, 0, 1, 2]);
    expect(SPEEDS.map((speed) => positionToSpeed(speedToPosition(speed)))).toEqual([...SPEEDS]);
  });

  it('stays between a quarter and four', () => {
    expect([positionToSpeed(-9), positionToSpeed(9)]).toEqual([0.25, 4]);
    expect(formatSpeed(2 ** 0.5)).toBe('1.41×');
  });
});

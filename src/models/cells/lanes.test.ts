import { describe, expect, it } from 'vitest';
import { lane, zeroLanes } from './lanes.ts';

describe('lanes', () => {
  it('are zeros of their own', () => {
    const lanes = zeroLanes(['update', 'candidate'], 2);
    lane(lanes, 'update')[0] = 1;
    expect(lanes).toEqual({ update: Float64Array.of(1, 0), candidate: Float64Array.of(0, 0) });
  });

  it('that do not exist are named', () => {
    expect(() => lane(zeroLanes<string>(['update'], 2), 'reset')).toThrow('no reset lane');
  });
});

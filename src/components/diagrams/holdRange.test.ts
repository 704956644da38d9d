import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { holdRange } from './holdRange.ts';

describe('holdRange', () => {
  it('is the range of what would have computed the value', () => {
    expect(holdRange(DEFAULT_LSTM, 'forget')).toEqual([0, 1]);
    expect(holdRange(DEFAULT_LSTM, 'candidate')).toEqual([-1, 1]);
    expect(holdRange(DEFAULT_LSTM, 'cell')).toEqual([-3, 3]);
    expect(holdRange({ ...DEFAULT_LSTM, output: 'linear' }, 'hidden')).toEqual([-3, 3]);
    expect(holdRange(DEFAULT_GRU, 'hidden')).toEqual([-1, 1]);
    expect(holdRange({ ...DEFAULT_RNN, activation: 'relu' }, 'hidden')).toEqual([-3, 3]);
  });
});

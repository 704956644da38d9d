import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { costOf } from './cost.ts';

const shape = { spec: DEFAULT_LSTM, vocabulary: 5, hidden: 3, layers: 1 } as const;
const load = { shape, batch: 2, steps: 7, optimizer: 'adam' } as const;

describe('what a run costs', () => {
  it('counts the parameters: four gates over input, state and bias, and the read-out', () => {
    expect(costOf(load).parameters).toBe(4 * (5 * 3 + 3 * 3 + 3) + 3 * 5 + 5);
  });

  it('looks the input up, and multiplies all else six times a token', () => {
    expect(costOf(load).flops).toBe(6 * (4 * 3 * 3 + 3 * 5) * 14);
    const two = { ...load, shape: { ...shape, spec: DEFAULT_RNN, layers: 2 } };
    expect(costOf(two).flops).toBe(6 * (3 * 3 + 3 * 3 + 3 * 3 + 3 * 5) * 14);
  });

  it('takes more memory with moments, and with every token of a batch', () => {
    const plain = costOf({ ...load, optimizer: 'sgd' });
    const { parameters } = plain;
    // Two moments in 32 bits where it computes and in 64 bits in checkpoints.
    expect(costOf(load).bytes - plain.bytes).toBe(parameters * 2 * (4 + 8));
    expect(costOf({ ...load, steps: 14 }).bytes).toBeGreaterThan(costOf(load).bytes);
  });
});

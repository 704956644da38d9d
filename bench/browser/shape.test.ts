import { describe, expect, it } from 'vitest';
import { flopsPerStep, gigaflops, networkOf } from './shape.ts';

describe('flopsPerStep', () => {
  it('counts by hand: 2 places, 3 units, 5 characters', () => {
    const size = { vocabulary: 5, batch: 1, steps: 2, hidden: 3 };
    // One place: 3·3 = 9 recurrent multiply-adds a gate and 3·5 = 15 at the output; 6 operations for each, forward and back.
    expect(flopsPerStep({ cell: 'rnn', ...size })).toBe(2 * 6 * (9 + 15));
    expect(flopsPerStep({ cell: 'gru', ...size })).toBe(2 * 6 * (27 + 15));
    expect(flopsPerStep({ cell: 'lstm', ...size })).toBe(2 * 6 * (36 + 15));
  });

  it('comes to 196,608,000 for the LSTM of 64 units', () => {
    const shape = { cell: 'lstm', vocabulary: 64, batch: 32, steps: 50, hidden: 64 } as const;
    expect(flopsPerStep(shape)).toBe(196_608_000);
    expect(gigaflops(shape, 6.5536)).toBeCloseTo(30, 10);
  });
});

describe('networkOf', () => {
  it('is one layer of the default cell', () => {
    const shape = { cell: 'gru', vocabulary: 64, batch: 32, steps: 50, hidden: 128 } as const;
    expect(networkOf(shape)).toMatchObject({
      layers: 1,
      hidden: 128,
      spec: { kind: 'gru', variant: 'full', reset: 'before' },
    });
  });
});

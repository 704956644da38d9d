import { describe, expect, it } from 'vitest';
import { fedBack, GIVEN, states } from './twoSteps.ts';

describe('states', () => {
  it('are tanh(1) and tanh(½ tanh(1)) for what the checkpoint gives', () => {
    const [first, second] = states(GIVEN);
    expect(first).toBeCloseTo(Math.tanh(1), 15);
    expect(second).toBeCloseTo(Math.tanh(0.5 * Math.tanh(1)), 15);
  });

  it('keep the three numbers in their places', () => {
    const [first, second] = states({ recurrent: 3, input: 0.2, bias: -0.4, inputs: [5, 7] });
    expect(first).toBeCloseTo(Math.tanh(0.2 * 5 - 0.4), 15);
    expect(second).toBeCloseTo(Math.tanh(3 * Math.tanh(0.6) + 0.2 * 7 - 0.4), 15);
  });
});

describe('fedBack', () => {
  it('grows without bound with ReLU and stays below 1 with tanh', () => {
    expect(fedBack(1.5, 21, 'relu')).toBeCloseTo(1.5 ** 20, 6);
    expect(fedBack(1.5, 21, 'tanh')).toBeLessThan(1);
    expect(fedBack(1.5, 21, 'tanh')).toBeGreaterThan(0.5);
  });
});

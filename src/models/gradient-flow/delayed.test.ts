import { describe, expect, it } from 'vitest';
import { zeroCell } from '../cells/parameters.ts';
import { DEFAULT_RNN } from '../cells/roles.ts';
import { backwardSequence, forwardSequence } from '../cells/sequence.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { backwardDelayed, type DelayedNet, forwardDelayed } from './delayed.ts';

const UNITS = 3;
const STEPS = 9;
const net = (leak: number, delays: readonly number[]): DelayedNet => ({
  activation: 'tanh',
  leak,
  delays,
  units: UNITS,
  inputs: UNITS,
});
const identity = Float64Array.from({ length: UNITS * UNITS }, (_, i) => (i % (UNITS + 1) === 0 ? 1 : 0));
const weights = (delays: readonly number[]) => ({
  recurrent: delays.map((delay) => testNumbers(delay, UNITS * UNITS)),
  input: identity,
});
const last = testNumbers(8, UNITS);

it('with one delay of 1 and no leak it is the plain cell', () => {
  const shape = { inputs: UNITS, hidden: UNITS };
  const cell = zeroCell(DEFAULT_RNN, shape);
  const own = weights([1]);
  cell.recurrentWeights.set(own.recurrent[0] ?? []);
  cell.inputWeights.set(identity);
  const values = testNumbers(2, STEPS * UNITS);
  const size = { steps: STEPS, batch: 1 };
  const trace = forwardSequence(DEFAULT_RNN, shape, cell, { form: 'dense', values }, size);
  const expected = backwardSequence(trace, cell, { finalHidden: last }).values.hidden ?? new Float64Array();
  const ours = forwardDelayed(net(0, [1]), own, values);
  const found = backwardDelayed(net(0, [1]), own, ours, last);
  ours.states.forEach((value, i) => void expect(value).toBeCloseTo(trace.values.hidden?.[i] ?? NaN, 12));
  found.forEach((value, i) => void expect(value).toBeCloseTo(expected[i] ?? NaN, 12));
});

describe.each([
  [0, [1]],
  [0.8, [1]],
  [0, [1, 4]],
  [0, [4]],
  [0.5, [2, 3]],
])('α = %d, delays %j', (leak, delays) => {
  it('its gradients are the derivatives of what it computes', () => {
    const own = weights(delays);
    const values = testNumbers(5, STEPS * UNITS);
    const loss = () => {
      const { states } = forwardDelayed(net(leak, delays), own, values);
      return last.reduce((sum, v, j) => sum + v * (states[(STEPS - 1) * UNITS + j] ?? NaN), 0);
    };
    const trace = forwardDelayed(net(leak, delays), own, values);
    const gradients = backwardDelayed(net(leak, delays), own, trace, last);
    // With W_x = I an input reaches the state of its step through (1 − α) g′ alone.
    const byInput = gradients.map((value, i) => (1 - leak) * (trace.slopes[i] ?? NaN) * value);
    expectGradient(loss, values, byInput);
  });
});

it('a state that only leaks keeps αᵏ of an error', () => {
  const zero = { recurrent: [new Float64Array(UNITS * UNITS)], input: identity };
  const own = net(0.9, [1]);
  const trace = forwardDelayed(own, zero, testNumbers(3, STEPS * UNITS));
  const gradients = backwardDelayed(own, zero, trace, last);
  for (let k = 0; k < STEPS; k++) {
    expect(gradients[(STEPS - 1 - k) * UNITS]).toBeCloseTo(0.9 ** k * (last[0] ?? NaN), 12);
  }
});

it('long edges alone reach every d-th step and no other', () => {
  const own = weights([4]);
  const trace = forwardDelayed(net(0, [4]), own, testNumbers(3, STEPS * UNITS));
  const gradients = backwardDelayed(net(0, [4]), own, trace, last);
  const reached = Array.from({ length: STEPS }, (_, k) =>
    gradients.subarray((STEPS - 1 - k) * UNITS, (STEPS - k) * UNITS).some((value) => value !== 0),
  );
  expect(reached).toEqual([true, false, false, false, true, false, false, false, true]);
});

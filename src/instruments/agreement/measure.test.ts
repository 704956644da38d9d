import { describe, expect, it } from 'vitest';
import { centralDifference, relativeDifference } from '../../models/finite-difference.ts';
import {
  evaluateNetwork,
  networkLayout,
  networkZeroStates,
  viewNetwork,
} from '../../models/network/token-network.ts';
import { accuracyOf, backNorms, PROBES, probeBatch } from './measure.ts';
import { CELLS, freshParameters, netOf, STARTS } from './nets.ts';

describe.each(CELLS)('%s', (cell) => {
  const settings = { cell, distance: 6, start: 'uniform', seed: 1 } as const;
  const flat = freshParameters(settings);

  it('at the word before the verb a state’s gradient is W_ya (ŷ − y), with ŷ − y from differences of the loss', () => {
    const batch = probeBatch(6, 3);
    const network = netOf(cell);
    const { hidden } = backNorms(cell, flat, batch);
    expect(hidden).toHaveLength(8);
    const { head } = viewNetwork(network, flat);
    const states = networkZeroStates(network, PROBES);
    const bias = networkLayout(network).slots.find(({ name }) => name === 'head.bias')?.offset ?? -1;
    const one = (b: number) => {
      const ids = batch.ids.filter((_, i) => i % PROBES === b);
      const targets = batch.targets.filter((_, i) => i % PROBES === b);
      const zero = states.map((state) => ({
        hidden: state.hidden.slice(0, network.hidden),
        cell: state.cell.slice(0, network.hidden),
      }));
      const loss = (at: Float64Array) => evaluateNetwork(network, at, { ids, targets }, zero).loss;
      const [was, were] = [0, 1].map((i) => centralDifference(loss, flat, bias + i, 1e-5));
      return Array.from({ length: network.hidden }, (_, unit) => {
        const [a = 0, c = 0] = head.weights.subarray(2 * unit, 2 * unit + 2);
        return a * (was ?? NaN) + c * (were ?? NaN);
      });
    };
    const squares = Array.from({ length: PROBES }, (_, b) => one(b).reduce((sum, x) => sum + x * x, 0));
    const expected = Math.sqrt(squares.reduce((a, b) => a + b, 0) / PROBES);
    expect(relativeDifference(hidden[0] ?? NaN, expected)).toBeLessThan(1e-6);
  });

  it('an untrained net guesses', () => {
    const { same, other } = accuracyOf(cell, flat, 6);
    expect(same + other).toBeGreaterThan(0.6);
    expect(same + other).toBeLessThan(1.4);
  });
});

it.each(STARTS)('a plain net with a start that is %s loses more of the error the farther back', (start) => {
  const settings = { cell: 'rnn', distance: 40, start, seed: 1 } as const;
  const { hidden, cell } = backNorms('rnn', freshParameters(settings), probeBatch(40, 1));
  expect(cell).toBeNull();
  expect(hidden[40]).toBeLessThan((hidden[20] ?? 0) / 2);
  expect(hidden[20]).toBeLessThan((hidden[0] ?? 0) / 2);
  if (start === 'uniform') expect(hidden[40]).toBeLessThan(1e-8);
});

it('an LSTM has a gradient of its cell beside that of its hidden state', () => {
  const settings = { cell: 'lstm', distance: 10, start: 'orthogonal', seed: 1 } as const;
  const { hidden, cell } = backNorms('lstm', freshParameters(settings), probeBatch(10, 1));
  expect(cell).toHaveLength(hidden.length);
  expect(cell?.every((norm) => norm > 0)).toBe(true);
});

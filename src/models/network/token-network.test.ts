import { describe, expect, it } from 'vitest';
import { maskOfLengths } from '../cells/masks.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import type { CellState } from '../cells/types.ts';
import { NO_TARGET } from '../dense/losses.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { createRandom } from '../random.ts';
import {
  evaluateNetwork,
  forwardNetwork,
  initialiseNetwork,
  networkCells,
  networkLayout,
  networkLossAndGradients,
  networkZeroStates,
  type TokenBatch,
  type TokenNetwork,
  viewNetwork,
} from './token-network.ts';

const BATCH = 3;
const STEPS = 4;
const network = (spec: TokenNetwork['spec'], directions: TokenNetwork['directions'], layers = 2) =>
  ({ spec, inputs: 5, classes: 3, hidden: 2, layers, directions }) satisfies TokenNetwork;

function randomBatch(seed: number): TokenBatch {
  const random = createRandom(seed);
  const draw = (count: number) => Int32Array.from({ length: STEPS * BATCH }, () => random.integer(count));
  const targets = draw(3);
  targets[1] = NO_TARGET;
  const mask = maskOfLengths([4, 2, 3], STEPS);
  for (const [i, computed] of mask.entries()) if (!computed) targets[i] = NO_TARGET;
  return { ids: draw(5), targets, mask };
}

const someStates = (shape: TokenNetwork): CellState[] =>
  networkZeroStates(shape, BATCH).map(({ hidden, cell }, i) => ({
    hidden: testNumbers(10 + i, hidden.length, 0.5),
    cell: testNumbers(20 + i, cell.length, 0.5),
  }));

describe.each([
  ['RNN', DEFAULT_RNN],
  ['GRU', DEFAULT_GRU],
  ['LSTM', DEFAULT_LSTM],
] as const)('%s', (_name, spec) => {
  it.each(['forward', 'concat', 'sum'] as const)('has the gradients of its masked loss, %s', (directions) => {
    const shape = network(spec, directions);
    const flat = testNumbers(1, networkLayout(shape).length, 0.7);
    const [batch, states] = [randomBatch(2), someStates(shape)];
    const gradients = new Float64Array(flat.length).fill(Number.NaN);
    const { loss, right } = networkLossAndGradients(shape, flat, batch, states, gradients);
    const evaluated = evaluateNetwork(shape, flat, batch, states);
    expect(evaluated.loss).toBeCloseTo(loss, 13);
    expect(evaluated.right).toBe(right);
    expectGradient(() => evaluateNetwork(shape, flat, batch, states).loss, flat, gradients);
  });
});

it('reads the whole sequence only where it runs both ways', () => {
  for (const [directions, sees] of [
    ['forward', false],
    ['concat', true],
    ['sum', true],
  ] as const) {
    const shape = network(DEFAULT_GRU, directions, 1);
    const flat = testNumbers(1, networkLayout(shape).length, 0.7);
    const states = networkZeroStates(shape, 1);
    const first = (ids: number[]) =>
      forwardNetwork(shape, flat, Int32Array.from(ids), states).output.slice(0, 2);
    const [one, other] = [first([1, 2, 3]), first([1, 2, 4])];
    if (directions === 'concat') expect(one).toEqual(other);
    const all = (ids: number[]) => {
      const { output } = forwardNetwork(shape, flat, Int32Array.from(ids), states);
      return output.slice(0, output.length / 3);
    };
    expect(all([1, 2, 3]).join() !== all([1, 2, 4]).join()).toBe(sees);
  }
});

it('names a slot for every direction', () => {
  const names = (shape: TokenNetwork) => networkLayout(shape).slots.map(({ name }) => name);
  expect(names(network(DEFAULT_RNN, 'forward', 1))).toContain('layers.0.inputWeights');
  const both = networkLayout(network(DEFAULT_RNN, 'concat'));
  expect(both.slots.map(({ name }) => name)).toContain('layers.1.backward.recurrentWeights');
  expect(both.slots.find(({ name }) => name === 'head.weights')?.shape).toEqual([4, 3]);
});

it('lists its cells in the order of parameters and states, and works its layout out once', () => {
  const shape = network(DEFAULT_LSTM, 'concat');
  expect(networkCells(shape).map(({ name, shape: { inputs } }) => [name, inputs])).toEqual([
    ['layers.0.forward', 5],
    ['layers.0.backward', 5],
    ['layers.1.forward', 4],
    ['layers.1.backward', 4],
  ]);
  expect(networkZeroStates(shape, BATCH)).toHaveLength(4);
  expect(networkLayout(shape)).toBe(networkLayout(shape));
});

it('begins with the biases that it is given, orthogonal recurrences, and nothing else in the biases', () => {
  const shape = network(DEFAULT_GRU, 'concat', 1);
  const flat = initialiseNetwork(shape, createRandom(3), { update: -2 });
  for (const { bias, recurrentWeights } of viewNetwork(shape, flat).layers.flat()) {
    expect([...bias]).toEqual([-2, -2, 0, 0, 0, 0]);
    // Rows of one gate's 2 × 2 block.
    const [a = 0, b = 0] = recurrentWeights;
    const [c = 0, d = 0] = recurrentWeights.subarray(6);
    expect(a * c + b * d).toBeCloseTo(0, 12);
    expect(a * a + b * b).toBeCloseTo(1, 12);
  }
});

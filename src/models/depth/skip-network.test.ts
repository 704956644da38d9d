import { describe, expect, it } from 'vitest';
import { DEFAULT_CELLS } from '../cells/roles.ts';
import { NO_TARGET } from '../dense/losses.ts';
import { expectGradient } from '../gradient-check.testkit.ts';
import { lossAndGradients, nextSymbolLayout, zeroStates } from '../language/next-symbol.ts';
import { createRandom } from '../random.ts';
import {
  initialiseSkipNetwork,
  type SkipNetwork,
  skipNetworkGradients,
  skipNetworkLayout,
  viewSkipNetwork,
} from './skip-network.ts';

const SIZE = { steps: 4, batch: 2 } as const;
const BATCH = {
  ids: Int32Array.from([0, 1, 3, 2, 4, 4, 1, 0]),
  targets: Int32Array.from([-1, -1, -1, -1, -1, -1, 2, 4].map((id) => (id < 0 ? NO_TARGET : id))),
};
const networkOf = (skips: boolean): SkipNetwork => ({
  cell: DEFAULT_CELLS.rnn,
  inputs: 5,
  classes: 5,
  hidden: 3,
  layers: 3,
  skips,
});

describe('skip network', () => {
  it('without skip connections is the language model of the runs', () => {
    const network = networkOf(false);
    const flat = initialiseSkipNetwork(network, createRandom(2));
    const shape = { spec: network.cell, vocabulary: 5, hidden: 3, layers: 3 };
    expect(flat).toHaveLength(nextSymbolLayout(shape).length);
    const [ours, theirs] = [new Float64Array(flat.length), new Float64Array(flat.length)];
    const { loss } = skipNetworkGradients(network, flat, BATCH, SIZE, ours);
    const expected = lossAndGradients(shape, flat, BATCH, zeroStates(shape, SIZE.batch), theirs);
    expect(loss).toBeCloseTo(expected.loss, 12);
    ours.forEach((value, i) => {
      expect(value).toBeCloseTo(theirs[i] ?? Number.NaN, 12);
    });
  });

  it.each([true, false])('has the gradient that finite differences have (skips %s)', (skips) => {
    const network = networkOf(skips);
    const flat = initialiseSkipNetwork(network, createRandom(3), 1.2);
    const gradients = new Float64Array(flat.length);
    skipNetworkGradients(network, flat, BATCH, SIZE, gradients);
    const scratch = new Float64Array(flat.length);
    expectGradient(() => skipNetworkGradients(network, flat, BATCH, SIZE, scratch).loss, flat, gradients);
  });

  it.each([true, false])('says how much a push on one cell would change the loss (skips %s)', (skips) => {
    // A recurrent net of one unit without weights from below: a bias of layer l acts at all steps, so the norms of a
    // layer bound its bias's gradient; with T = 1 they give it, times the slope of tanh.
    const network = { ...networkOf(skips), hidden: 1 };
    const flat = initialiseSkipNetwork(network, createRandom(5));
    const gradients = new Float64Array(flat.length);
    const one = { ids: BATCH.ids.subarray(0, 1), targets: Int32Array.of(2) };
    const { norms } = skipNetworkGradients(network, flat, one, { steps: 1, batch: 1 }, gradients);
    const bias = viewSkipNetwork(network, gradients).layers.map((cell) => cell.bias[0] ?? Number.NaN);
    expect(norms).toHaveLength(3);
    bias.forEach((gradient, layer) => {
      expect(Math.abs(gradient)).toBeLessThanOrEqual((norms[layer] ?? 0) + 1e-12);
      expect(Math.abs(gradient)).toBeGreaterThan(0.2 * (norms[layer] ?? Number.NaN));
    });
  });

  it('starts from the same numbers with and without skip connections', () => {
    const [plain, skipping] = [networkOf(false), networkOf(true)].map((network) =>
      initialiseSkipNetwork(network, createRandom(9)),
    );
    expect(plain).toEqual(skipping);
    expect(skipNetworkLayout(networkOf(true)).length).toBe(plain?.length);
  });
});

import { expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../cells/roles.ts';
import { initialiseNetwork, type TokenNetwork, viewNetwork } from '../network/token-network.ts';
import { createRandom } from '../random.ts';
import { uniformRecurrent, withEdits } from './uniform-recurrent.ts';

const network: TokenNetwork = {
  spec: DEFAULT_LSTM,
  inputs: 5,
  classes: 2,
  hidden: 16,
  layers: 2,
  directions: 'forward',
};

it('sets every recurrent weight of every layer within ±1/√n, with the variance 1/3n of a uniform one, and nothing else', () => {
  const before = initialiseNetwork(network, createRandom(1), {});
  const after = withEdits(before, uniformRecurrent(network, createRandom(2)));
  const [old, now] = [viewNetwork(network, before), viewNetwork(network, after)];
  for (const layer of [0, 1]) {
    const weights = now.layers[layer]?.[0]?.recurrentWeights ?? new Float64Array();
    expect(weights).toHaveLength(16 * 64);
    expect(weights.every((value) => Math.abs(value) <= 0.25)).toBe(true);
    const variance = weights.reduce((sum, value) => sum + value * value, 0) / weights.length;
    expect(variance * 16 * 3).toBeCloseTo(1, 0);
    expect(now.layers[layer]?.[0]?.inputWeights).toEqual(old.layers[layer]?.[0]?.inputWeights);
    expect(weights.some((value, i) => value === old.layers[layer]?.[0]?.recurrentWeights[i])).toBe(false);
  }
  expect(now.head.weights).toEqual(old.head.weights);
});

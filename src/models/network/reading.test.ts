import { expect, it } from 'vitest';
import { DEFAULT_GRU } from '../cells/roles.ts';
import { createRandom } from '../random.ts';
import { readSequence } from './reading.ts';
import { evaluateNetwork, initialiseNetwork, networkZeroStates, type TokenNetwork } from './token-network.ts';

const network: TokenNetwork = {
  spec: DEFAULT_GRU,
  inputs: 5,
  classes: 3,
  hidden: 4,
  layers: 2,
  directions: 'concat',
};
const flat = initialiseNetwork(network, createRandom(3), {});
const ids = Int32Array.of(4, 0, 2, 2);

it('says the probabilities that the loss is made of, for each class', () => {
  const { probabilities, trace } = readSequence(network, flat, ids);
  expect(probabilities).toHaveLength(12);
  expect(trace.layers.flat()).toHaveLength(4);
  for (let t = 0; t < 4; t++) {
    for (let k = 0; k < 3; k++) {
      const targets = Int32Array.from(ids, (_, step) => (step === t ? k : -1));
      const { loss } = evaluateNetwork(network, flat, { ids, targets }, networkZeroStates(network, 1));
      expect(probabilities[3 * t + k]).toBeCloseTo(Math.exp(-loss), 12);
    }
  }
});

it('keeps what a hand holds', () => {
  const hold = { layer: 0, direction: 1, role: 'update', step: 2, unit: 1, value: 0.25 } as const;
  const { trace } = readSequence(network, flat, ids, { holds: [hold] });
  expect(trace.layers[0]?.[1]?.values.update?.[2 * 4 + 1]).toBe(0.25);
});

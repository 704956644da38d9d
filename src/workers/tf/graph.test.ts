import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../models/cells/roles.ts';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import { networkLayout } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { findDisagreement } from '../agreement.ts';
import { computeByReference, type PassInput, randomInput } from '../self-test.ts';
import { computeOnDevice } from './pass.ts';
import { openCpu } from './tf.testkit.ts';
import { VARIANTS } from './variants.testkit.ts';

beforeAll(async () => {
  await openCpu();
});

async function expectAgreement(input: PassInput): Promise<void> {
  const found = await computeOnDevice(input);
  const expected = computeByReference(input);
  expect(findDisagreement(networkLayout(input.network), expected, found, 1e-4)).toBeNull();
}

describe.each(VARIANTS)('%s', (_name, spec) => {
  it.each([1, 2])('has the loss, states and every gradient of the reference, %i layer(s)', async (layers) => {
    const input = randomInput(spec, createRandom(layers), { layers });
    await expectAgreement(input);
  });

  it.each(['concat', 'sum'] as const)(
    'both ways, %s, classes and lengths of their own',
    async (directions) => {
      const tagger = { classes: 3, directions, layers: 2, lengths: [3, 1] };
      await expectAgreement(randomInput(spec, createRandom(6), tagger));
    },
  );
});

it.each(Object.keys(ACTIVATIONS) as Activation[])(
  'has the activation %s and its derivative',
  async (activation) => {
    const input = randomInput({ kind: 'rnn', activation }, createRandom(3));
    await expectAgreement(input);
  },
);

it.each(['forward', 'concat', 'sum'] as const)(
  'leaves out the values that the reference leaves out, %s',
  async (directions) => {
    const dropped = { layers: 2, directions, rate: 0.5, lengths: [3, 2] };
    await expectAgreement(randomInput(DEFAULT_GRU, createRandom(8), dropped));
  },
);

it('asks only where there is a target', async () => {
  const input = randomInput({ kind: 'rnn', activation: 'tanh' }, createRandom(4));
  const targets = input.batch.targets.map((target, i) => (i % 2 === 0 ? NO_TARGET : target));
  const asked = { ...input, batch: { ...input.batch, targets } };
  await expectAgreement(asked);
});

it('leaves no tensor behind', async () => {
  const input = randomInput({ kind: 'rnn', activation: 'tanh' }, createRandom(4));
  const before = memory().numTensors;
  await computeOnDevice(input);
  expect(memory().numTensors).toBe(before);
});

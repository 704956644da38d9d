import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import { createRandom } from '../../models/random.ts';
import { findDisagreement } from '../agreement.ts';
import { computeByReference } from '../self-test.ts';
import { computeOnDevice, sizedInput } from './pass.ts';
import { openCpu } from './tf.testkit.ts';
import { VARIANTS } from './variants.testkit.ts';

beforeAll(async () => {
  await openCpu();
});

describe.each(VARIANTS)('%s', (_name, spec) => {
  it.each([1, 2])('has the loss, states and every gradient of the reference, %i layer(s)', async (layers) => {
    const input = sizedInput(spec, createRandom(layers), { layers });
    const found = await computeOnDevice(input);
    expect(findDisagreement(input.model.layout, computeByReference(input), found, 1e-4)).toBeNull();
  });
});

it.each(Object.keys(ACTIVATIONS) as Activation[])(
  'has the activation %s and its derivative',
  async (activation) => {
    const input = sizedInput({ kind: 'rnn', activation }, createRandom(3));
    const found = await computeOnDevice(input);
    expect(findDisagreement(input.model.layout, computeByReference(input), found, 1e-4)).toBeNull();
  },
);

it('asks only where there is a target', async () => {
  const input = sizedInput({ kind: 'rnn', activation: 'tanh' }, createRandom(4));
  const targets = input.batch.targets.map((target, i) => (i % 2 === 0 ? NO_TARGET : target));
  const asked = { ...input, batch: { ...input.batch, targets } };
  const found = await computeOnDevice(asked);
  expect(findDisagreement(input.model.layout, computeByReference(asked), found, 1e-4)).toBeNull();
});

it('leaves no tensor behind', async () => {
  const input = sizedInput({ kind: 'rnn', activation: 'tanh' }, createRandom(4));
  const before = memory().numTensors;
  await computeOnDevice(input);
  expect(memory().numTensors).toBe(before);
});

import { beforeAll, describe, expect, it } from 'vitest';
import {
  type PassNumbers,
  type SequencePass,
  sequenceByReference,
} from '../../kernels/wgsl/sequence-pass.ts';
import { networkLayout } from '../../models/network/token-network.ts';
import { computeByReference, type PassInput } from '../self-test.ts';
import { computeOnDevice } from './pass.ts';
import { selfTest } from './self-test.ts';
import { openCpu } from './tf.testkit.ts';
import { type UpdateInput, updateByReference } from './update-check.ts';

beforeAll(async () => {
  await openCpu();
});

it('passes where the device agrees', async () => {
  expect(await selfTest()).toEqual({ agrees: true });
});

it('passes where gradients are rounded to 32 bits', async () => {
  const pass = async (input: PassInput) => {
    const found = await computeOnDevice(input);
    return { ...found, gradients: Float64Array.from(Float32Array.from(found.gradients)) };
  };
  expect(await selfTest({ pass })).toEqual({ agrees: true });
});

describe('a device that', () => {
  /** The reference, with the gradients of one slot spoilt in nets of that kind of cell. */
  const spoiling =
    (kind: string, slot: string, spoil: (value: number) => number) => async (input: PassInput) => {
      const found = computeByReference(input);
      const place = networkLayout(input.network).slots.find(({ name }) => name === slot);
      if (input.network.spec.kind !== kind || !place) return found;
      const isInside = (i: number) => i >= place.offset && i < place.offset + place.length;
      return { ...found, gradients: found.gradients.map((value, i) => (isInside(i) ? spoil(value) : value)) };
    };

  it.each([
    ['zero recurrent gradients', 'rnn', 'layers.0.recurrentWeights', () => 0],
    ['zero head gradients', 'gru', 'head.weights', () => 0],
    ['a gradient off by one part in a hundred', 'lstm', 'layers.0.bias', (value: number) => 1.01 * value],
    ['NaN', 'gru', 'layers.0.inputWeights', () => Number.NaN],
    ['no peephole gradients', 'lstm', 'layers.0.peepholes', () => 0],
  ])('returns %s fails', async (_name, kind, slot, spoil) => {
    const result = await selfTest({ pass: spoiling(kind, slot, spoil) });
    expect(result).toEqual({ agrees: false, detail: `${kind} ${slot}` });
  });

  it('is wrong only above the first layer fails', async () => {
    const pass = spoiling('rnn', 'layers.1.recurrentWeights', () => 0);
    const detail = 'rnn, two layers: layers.1.recurrentWeights';
    expect(await selfTest({ pass })).toEqual({ agrees: false, detail });
  });

  it.each([
    ['forgets the mask', (pass: SequencePass) => ({ ...pass, mask: null })],
    ['goes forward in time instead of backward', (pass: SequencePass) => ({ ...pass, reverse: false })],
  ])('%s fails', async (_name, change) => {
    const sequence = async (pass: SequencePass) => sequenceByReference(change(pass));
    expect(await selfTest({ sequence })).toMatchObject({ detail: 'lstm, reversed, masked: hidden' });
  });

  it('loses the gradient of the initial state fails', async () => {
    const sequence = async (pass: SequencePass): Promise<PassNumbers> => {
      const found = sequenceByReference(pass);
      return { ...found, dInitialCell: new Float64Array(found.dInitialCell.length) };
    };
    const detail = 'lstm, reversed, masked: dInitialCell';
    expect(await selfTest({ sequence })).toEqual({ agrees: false, detail });
  });

  it.each([
    ['does not clip', (input: UpdateInput): UpdateInput => ({ ...input, clip: null })],
    [
      'mistakes Adam’s decay',
      (input: UpdateInput): UpdateInput =>
        input.optimizer.kind === 'adam' ? { ...input, optimizer: { ...input.optimizer, beta2: 0.9 } } : input,
    ],
  ])('%s fails', async (_name, change) => {
    const update = async (input: UpdateInput) => updateByReference(change(input));
    expect(await selfTest({ update })).toEqual({ agrees: false, detail: 'optimizer' });
  });
});

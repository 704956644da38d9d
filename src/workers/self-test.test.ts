import { describe, expect, it } from 'vitest';
import { networkLayout } from '../models/network/token-network.ts';
import { computeByReference, type PassInput, testAgreement } from './self-test.ts';

it('passes where the tier agrees', async () => {
  expect(await testAgreement(computeByReference)).toEqual({ agrees: true });
});

describe('a tier that', () => {
  /** The reference, with the gradients of one slot spoilt. */
  const spoiling = (slot: string, spoil: (value: number) => number) => async (input: PassInput) => {
    const pass = computeByReference(input);
    const found = networkLayout(input.network).slots.find(({ name }) => name === slot);
    const gradients = pass.gradients.map((value, i) =>
      found && i >= found.offset && i < found.offset + found.length ? spoil(value) : value,
    );
    return { ...pass, gradients };
  };

  it.each([
    ['returns zero recurrent gradients', 'layers.0.recurrentWeights', () => 0],
    ['returns zero head gradients', 'head.weights', () => 0],
    ['is off by one part in a hundred', 'layers.0.bias', (value: number) => 1.01 * value],
    ['returns NaN', 'layers.0.inputWeights', () => Number.NaN],
  ])('%s fails', async (_name, slot, spoil) => {
    expect(await testAgreement(spoiling(slot, spoil))).toEqual({ agrees: false, detail: `rnn ${slot}` });
  });

  it('is wrong only where the LSTM looks through its peepholes fails', async () => {
    expect(await testAgreement(spoiling('layers.0.peepholes', () => 0))).toEqual({
      agrees: false,
      detail: 'lstm layers.0.peepholes',
    });
  });

  it.each([
    ['mistakes the gradients of what reads backward', 'layers.1.backward.inputWeights'],
    ['forgets that two layers read the one below', 'layers.0.forward.bias'],
  ])('%s fails', async (_name, slot) => {
    const halved = await testAgreement(spoiling(slot, (value) => value / 2));
    expect(halved).toEqual({ agrees: false, detail: `both ways ${slot}` });
  });

  it('reads past the end of a sequence fails', async () => {
    const compute = async ({ batch: { mask: _ignored, ...batch }, ...input }: PassInput) =>
      computeByReference({ ...input, batch });
    expect(await testAgreement(compute)).toMatchObject({ agrees: false, detail: 'both ways loss' });
  });

  it('leaves nothing out fails', async () => {
    const compute = async ({ batch: { dropout: _ignored, ...batch }, ...input }: PassInput) =>
      computeByReference({ ...input, batch });
    expect(await testAgreement(compute)).toMatchObject({ agrees: false, detail: 'lstm loss' });
  });

  it('gets the loss or a state wrong fails', async () => {
    const loss = async (input: PassInput) => ({ ...computeByReference(input), loss: 0 });
    expect(await testAgreement(loss)).toEqual({ agrees: false, detail: 'rnn loss' });
    const states = async (input: PassInput) => ({ ...computeByReference(input), states: input.states });
    expect(await testAgreement(states)).toEqual({ agrees: false, detail: 'rnn states.0' });
  });
});

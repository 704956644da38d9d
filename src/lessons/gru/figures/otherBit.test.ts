import { describe, expect, it } from 'vitest';
import { rightAt } from '../../../instruments/hold-bit/longer.ts';
import { readBoth, readHolds } from '../../../instruments/hold-bit/reading.ts';
import { readSequenceText } from '../../../instruments/hold-bit/sequence.ts';
import { HOLD_TABLE, holdConfig, holdNetwork, LAST_STEP } from '../../../instruments/hold-bit/settings.ts';
import { initialiseNetwork } from '../../../models/network/token-network.ts';
import { createRandom } from '../../../models/random.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { trainHeld } from './otherBit.testkit.ts';
import { isOtherBit } from './otherBit.ts';

const settings = fallbackState(HOLD_TABLE);
const network = holdNetwork(settings);
const ids = readSequenceText(settings.sequence);
const held = (steps: readonly number[], value: number) =>
  readHolds(
    steps.map((step) => [step, 0, value]),
    network,
    ids.length,
  );

it('is not passed by a network that knows nothing, whatever is held', () => {
  const fresh = initialiseNetwork(network, createRandom(settings.seed), holdConfig(settings).biases);
  for (const holds of [[], held([12], 0)]) {
    expect(isOtherBit(readBoth(network, fresh, ids, holds))).toBe(false);
  }
});

describe('trained as the figure opens', () => {
  const trained = trainHeld(settings, LAST_STEP);
  const read = (holds: ReturnType<typeof held>) => readBoth(network, trained, ids, holds);

  it('is passed by shutting the gate at the second write, and not by shutting it elsewhere', () => {
    expect(isOtherBit(read([]))).toBe(false);
    expect(isOtherBit(read(held([5], 0)))).toBe(false);
    expect(isOtherBit(read(held([12], 0)))).toBe(true);
  });

  it('opens its gate at writes alone; held open after them, it still knows the bit, as the lesson says', () => {
    const gate = read([]).free.trace.values.update ?? [];
    for (const [step, value] of gate.entries()) {
      if (step === 3 || step === 12) expect(value).toBeGreaterThan(0.9);
      else expect(value).toBeLessThan(0.2);
    }
    const after = [...ids.keys()].filter((step) => step > 12);
    expect(read(held(after, 1)).held.said).toBe(0);
  });
});

it('with four units and seed 1 it is right on sequences as long as trained, and guesses on long ones', () => {
  const four = { ...settings, units: 4 };
  const trained = trainHeld(four, LAST_STEP);
  const at = (steps: number) => rightAt(holdNetwork(four), trained, { steps, writes: 2 }, 5);
  expect(at(24)).toBe(1);
  expect(at(240)).toBeLessThan(0.7);
});

import { describe, expect, it } from 'vitest';
import { initialiseNetwork, viewNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { fallbackState } from '../../url/fragment.ts';
import { rightAt } from './longer.ts';
import { isOf, readBoth, readHolds } from './reading.ts';
import { readSequenceText } from './sequence.ts';
import { HOLD_TABLE, holdNetwork } from './settings.ts';

const settings = fallbackState(HOLD_TABLE);
const network = holdNetwork(settings);

/** A simplified GRU set by hand: at a write the gate opens and the candidate is the bit, else the gate is shut. */
function byHand(): Float64Array {
  const flat = new Float64Array(initialiseNetwork(network, createRandom(1), {}).length);
  const { layers, head } = viewNetwork(network, flat);
  const cell = layers[0]?.[0];
  if (!cell) throw new Error('no layer');
  // Rows are tokens 0, 1, write 0, write 1, ?; columns update, candidate.
  cell.inputWeights.set([-20, 0, -20, 0, 20, -20, 20, 20, -20, 0]);
  head.weights.set([-9, 9]);
  return flat;
}

describe('readBoth', () => {
  const ids = readSequenceText('1300020010');

  it('tells the bit that was written last, and how sure the network is', () => {
    const { wanted, free, held } = readBoth(network, byHand(), ids, []);
    expect([wanted, free.said]).toEqual([0, 0]);
    expect(free.sure).toBeGreaterThan(0.999);
    expect(free.one[3]).toBeGreaterThan(0.999);
    expect(held).toBe(free);
  });

  it('a gate held shut at the second write leaves the first bit', () => {
    const { free, held } = readBoth(network, byHand(), ids, readHolds([[5, 0, 0]], network, ids.length));
    expect([free.said, held.said]).toEqual([0, 1]);
    expect(held.one.slice(0, 5)).toEqual(free.one.slice(0, 5));
  });

  it('drops holds that have no place', () => {
    const rows = [[99, 0, 1], [2, 3, 1], [1], [2, 0, Number.NaN], [3, 0, 7]];
    expect(readHolds(rows, network, ids.length)).toEqual([
      { layer: 0, direction: 0, role: 'update', step: 3, unit: 0, value: 1 },
    ]);
    const plain = holdNetwork({ ...settings, cell: 'rnn' });
    expect(readHolds([[1, 0, 1]], plain, ids.length)).toEqual([]);
  });

  it('knows its own parameters by their number', () => {
    expect(isOf(network, byHand())).toBe(true);
    expect(isOf(holdNetwork({ ...settings, units: 2 }), byHand())).toBe(false);
    expect(isOf(network, null)).toBe(false);
  });
});

it('a latch set by hand is right at any length; an untrained network guesses', () => {
  for (const steps of [3, 24, 96]) expect(rightAt(network, byHand(), { steps, writes: 2 }, 1)).toBe(1);
  const fresh = initialiseNetwork(network, createRandom(2), { update: -2 });
  const share = rightAt(network, fresh, { steps: 96, writes: 2 }, 1);
  expect(Math.abs(share - 0.5)).toBeLessThan(0.2);
});

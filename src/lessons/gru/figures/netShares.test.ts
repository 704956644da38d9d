import { expect, it } from 'vitest';
import { readBoth, readHolds } from '../../../instruments/hold-bit/reading.ts';
import { readSequenceText } from '../../../instruments/hold-bit/sequence.ts';
import { HOLD_TABLE, holdNetwork } from '../../../instruments/hold-bit/settings.ts';
import { networkLayout, viewNetwork } from '../../../models/network/token-network.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { meanGate, netShares } from './netShares.ts';

const network = holdNetwork(fallbackState(HOLD_TABLE));

/** A network whose gate stands at σ(bias) whatever it reads. */
function standing(bias: number): Float64Array {
  const flat = new Float64Array(networkLayout(network).length);
  viewNetwork(network, flat).layers[0]?.[0]?.bias.set([bias], 0);
  return flat;
}

const sharesOf = (text: string, gate: number, hand: readonly (readonly number[])[] = []) => {
  const ids = readSequenceText(text);
  const parameters = standing(Math.log(gate / (1 - gate)));
  return netShares(readBoth(network, parameters, ids, readHolds(hand, network, ids.length)), 0);
};

it('falls by the same factor at each step where the gate stands still, whatever a hand does', () => {
  const shares = sharesOf('0300', 0.25);
  expect(shares).toHaveLength(4);
  for (const [n, share] of (shares ?? []).entries()) expect(share).toBeCloseTo(0.75 ** n, 12);
  expect(meanGate(shares?.[3] ?? 0, 3)).toBeCloseTo(0.25, 12);
  expect(sharesOf('0300', 0.25, [[2, 0, 1]])).toEqual(shares);
});

it('has nothing to say where nothing is written', () => {
  expect(sharesOf('0101', 0.25)).toBeNull();
});

import { expect, it } from 'vitest';
import { readBoth, readHolds } from '../../../instruments/hold-bit/reading.ts';
import { readSequenceText } from '../../../instruments/hold-bit/sequence.ts';
import { HOLD_TABLE, holdNetwork } from '../../../instruments/hold-bit/settings.ts';
import { initialiseNetwork } from '../../../models/network/token-network.ts';
import { createRandom } from '../../../models/random.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { meanGate, netShares } from './netShares.ts';

const network = holdNetwork(fallbackState(HOLD_TABLE));
const flat = initialiseNetwork(network, createRandom(1), {});
const sharesOf = (text: string, gate: number) => {
  const ids = readSequenceText(text);
  const rows = [...ids.keys()].map((step) => [step, 0, gate]);
  return netShares(readBoth(network, flat, ids, readHolds(rows, network, ids.length)), 0);
};

it('falls by the same factor at each step when the gate is held', () => {
  const shares = sharesOf('0300', 0.25);
  expect(shares).toHaveLength(4);
  for (const [n, share] of (shares ?? []).entries()) expect(share).toBeCloseTo(0.75 ** n, 14);
  expect(meanGate(shares?.[3] ?? 0, 3)).toBeCloseTo(0.25, 12);
});

it('has nothing to say where nothing is written', () => {
  expect(sharesOf('0101', 0.25)).toBeNull();
});

import { expect, it } from 'vitest';
import { networkLayout } from '../../models/network/token-network.ts';
import { countMerge } from './merge-counts.ts';
import { CELLS, taggerNetwork } from './tagger-settings.ts';

it('counts what the networks have', () => {
  for (const cell of CELLS) {
    for (const directions of ['concat', 'sum'] as const) {
      const network = taggerNetwork({ cell, hidden: 5 }, directions);
      const { chains, readout, next } = countMerge(network);
      expect(chains + readout).toBe(networkLayout(network).length);
      expect(chains + readout + next).toBe(networkLayout({ ...network, layers: 2 }).length);
    }
  }
});

it('of plain cells by hand: 8 units read 16 numbers or 8', () => {
  const counts = (directions: 'concat' | 'sum') =>
    countMerge(taggerNetwork({ cell: 'rnn', hidden: 8 }, directions));
  expect(counts('concat')).toMatchObject({ width: 16, next: 2 * (8 * (8 + 16) + 8), readout: 34 });
  expect(counts('sum')).toMatchObject({ width: 8, next: 2 * (8 * (8 + 8) + 8), readout: 18 });
});

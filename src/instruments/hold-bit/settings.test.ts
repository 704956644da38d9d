import { describe, expect, it } from 'vitest';
import { networkLayout } from '../../models/network/token-network.ts';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { answerOf, readSequenceText } from './sequence.ts';
import { HOLD_TABLE, holdConfig, holdNetwork } from './settings.ts';

const settings = fallbackState(HOLD_TABLE);

describe('settings of hold this bit', () => {
  // 5 tokens: G(n(n + 5) + n) + 2n + 2, with G = 2 maps in the simplified GRU, 3 in the full one, 1 in the RNN.
  it.each([
    ['simplified', 1, 2 * 7 + 4],
    ['full', 1, 3 * 7 + 4],
    ['rnn', 1, 7 + 4],
    ['full', 3, 3 * (3 * 8 + 3) + 8],
  ] as const)('%s with %d units has %d parameters', (cell, units, count) => {
    expect(networkLayout(holdNetwork({ ...settings, cell, units })).length).toBe(count);
  });

  it('open with a sequence that writes twice, two different bits', () => {
    const ids = readSequenceText(settings.sequence);
    expect(ids).toHaveLength(settings.steps);
    expect([...ids].filter((id) => id === 2 || id === 3)).toEqual([3, 2]);
    expect(answerOf(ids)).toBe(0);
  });

  it('never ask for more writes than a sequence has room for', () => {
    const { task } = holdConfig({ ...settings, steps: 4, writes: 6 });
    expect(task).toEqual({ kind: 'generated', spec: { name: 'hold-bit', steps: 4, writes: 3 } });
  });

  it('come back from a link, holds and sequence too', () => {
    const changed = { ...settings, cell: 'full', sequence: '0123', holds: [[2, 0, 0.25]] } as const;
    const link = writeFragment(HOLD_TABLE, 'hold-bit', changed);
    expect(readFragment(HOLD_TABLE, 'hold-bit', link)?.state).toEqual({
      cell: 'full',
      sequence: '0123',
      holds: [[2, 0, 0.25]],
    });
  });
});

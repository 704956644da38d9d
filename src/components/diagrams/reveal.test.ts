import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../models/cells/roles.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import { isRevealed } from './reveal.ts';

const roles: readonly LaneRole[] = ['forget', 'update', 'candidate', 'cell', 'output', 'hidden'];

describe('isRevealed', () => {
  it('shows everything without a cursor', () => {
    expect(roles.every((role) => isRevealed(DEFAULT_LSTM, null, role, 63))).toBe(true);
  });

  it('shows the past and hides the future', () => {
    const cursor = { step: 2, role: 'cell' } as const;
    expect(roles.every((role) => isRevealed(DEFAULT_LSTM, cursor, role, 1))).toBe(true);
    expect(roles.some((role) => isRevealed(DEFAULT_LSTM, cursor, role, 3))).toBe(false);
  });

  it('follows the order of computation within a step: c comes before Γ_o', () => {
    const shown = roles.filter((role) => isRevealed(DEFAULT_LSTM, { step: 0, role: 'cell' }, role, 0));
    expect(shown).toEqual(['forget', 'update', 'candidate', 'cell']);
    expect(isRevealed(DEFAULT_GRU, { step: 0, role: 'reset' }, 'candidate', 0)).toBe(false);
  });
});

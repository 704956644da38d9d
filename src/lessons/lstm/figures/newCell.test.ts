import { describe, expect, it } from 'vitest';
import { GIVEN, newCell } from './newCell.ts';

describe('newCell', () => {
  // 0.9 · 1.5 + 0.5 · (−0.8) = 1.35 − 0.40, on paper; tanh 0.95 from a table.
  it('is what the checkpoint says, worked by hand', () => {
    expect(newCell(GIVEN).cell).toBeCloseTo(0.95, 12);
    expect(newCell(GIVEN).hidden).toBeCloseTo(0.6 * 0.739783, 6);
  });

  it('keeps the cell when Γ_f = 1 and Γ_u = 0, whatever the candidate', () => {
    expect(newCell({ ...GIVEN, forget: 1, update: 0, candidate: 1 }).cell).toBe(GIVEN.previousCell);
  });
});

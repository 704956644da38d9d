import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../../models/dense/activations.ts';
import { createPeepholePair, LENGTH, peepholeEffect, peepholeParts, UNITS } from './peepholeCell.ts';

describe('createPeepholePair', () => {
  it('is one network when the peepholes are closed', () => {
    const { open, closed } = createPeepholePair(3, 0);
    expect(open.values).toEqual(closed.values);
    expect(peepholeEffect(createPeepholePair(3, 0), 'hidden', 0)).toBe(0);
  });

  it('changes when they open, unit by unit', () => {
    const pair = createPeepholePair(3, 1);
    for (let unit = 0; unit < UNITS; unit++)
      expect(peepholeEffect(pair, 'hidden', unit)).toBeGreaterThan(1e-3);
  });
});

describe('peepholeParts', () => {
  const pair = createPeepholePair(5, 2);

  it('add up to the pre-activation, and the gate is its sigmoid', () => {
    for (let step = 0; step < LENGTH; step++) {
      for (const { usual, through, total, value } of peepholeParts(pair, step, 1)) {
        expect(usual + through).toBeCloseTo(total, 12);
        expect(value).toBeCloseTo(sigmoid(total), 12);
      }
    }
  });

  it('let Γ_f and Γ_u see the old cell and Γ_o the new one', () => {
    const [before, now] = [2, 3].map((step) => pair.open.values.cell?.[step * UNITS + 2]);
    expect(peepholeParts(pair, 3, 2).map(({ role, sees }) => [role, sees])).toEqual([
      ['forget', before],
      ['update', before],
      ['output', now],
    ]);
  });

  it('let nothing through at the first step but what Γ_o sees', () => {
    const [forget, update, output] = peepholeParts(pair, 0, 0).map(({ through }) => through);
    expect([Math.abs(forget ?? 1), Math.abs(update ?? 1)]).toEqual([0, 0]);
    expect(output).not.toBe(0);
  });

  // The usual part depends on a^⟨t−1⟩ alone, so at the first step it is the closed network's z.
  it('leave the usual part as it was at the first step', () => {
    for (const { usual, closedValue } of peepholeParts(pair, 0, 3)) {
      expect(sigmoid(usual)).toBeCloseTo(closedValue, 12);
    }
  });
});

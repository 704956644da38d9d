import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../../models/cells/roles.ts';
import { fallbackState } from '../../../url/fragment.ts';
import type { LabNetwork } from '../model.ts';
import { fieldsOfOpened, randomTable } from './opened.ts';
import { planOf } from './plan.ts';
import { GATE_TABLE } from './settings.ts';

const settings = fallbackState(GATE_TABLE);
const plan = planOf(settings);
const opened = (network: LabNetwork, from = settings) => {
  const next = { ...from, ...fieldsOfOpened(from, planOf(from), network) };
  return { next, network: planOf(next).network };
};

describe('an opened network', () => {
  it('is shown as it is, on random numbers where the text does not fit', () => {
    const gru: LabNetwork = {
      stack: {
        cell: { ...DEFAULT_GRU, reset: 'after', gate: 'hard-sigmoid' },
        inputs: 3,
        hidden: 7,
        layers: 2,
        directions: 'concat',
      },
      classes: 5,
    };
    const { next, network } = opened(gru);
    expect(network).toEqual(gru);
    expect([next.input, next.numbers.split('\n').length]).toEqual(['numbers', 6]);
    expect(opened({ ...gru, classes: null }).network).toEqual({ ...gru, classes: null });
  });

  it('leaves the text where it fits', () => {
    const { stack, classes } = plan.network;
    const larger: LabNetwork = { stack: { ...stack, hidden: 9 }, classes };
    expect(opened(larger)).toMatchObject({ next: { input: 'text' }, network: larger });
    // A read-out with other classes than the text's symbols says something else.
    const other: LabNetwork = { stack, classes: (classes ?? 0) + 1 };
    expect(opened(other)).toMatchObject({ next: { input: 'numbers' }, network: other });
    // Nor may the text's classes be taken for those of a file while the read-out is off.
    expect(opened(other, { ...settings, head: false }).network).toEqual(other);
  });

  it('gets numbers that a reader can type over', () => {
    expect(randomTable(2, 3, 4)).toMatch(/^(-?\d(\.\d{1,2})? ?){2}(\n(-?\d(\.\d{1,2})? ?){2}){2}$/);
    expect(randomTable(2, 3, 4)).toBe(randomTable(2, 3, 4));
  });
});

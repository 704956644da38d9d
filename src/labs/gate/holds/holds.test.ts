import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { expandRules, type HoldRule, readRules, withoutHold, withRule, writeRule } from './holds.ts';

const stack = { cell: DEFAULT_LSTM, inputs: 2, hidden: 2, layers: 1, directions: 'forward' } as const;
const rule: HoldRule = { layer: 0, direction: 0, role: 'forget', from: 1, to: 2, unit: null, value: 0 };

describe('rules of held values', () => {
  it('come back from a link', () => {
    const rules = [rule, { ...rule, unit: 1, role: 'hidden', value: -0.25 } as const];
    expect(readRules(rules.map(writeRule))).toEqual(rules);
    expect(readRules([[0, 0, 99, 0, 0, 0, 0]])).toEqual([]);
  });

  it('hold a range of steps, of one unit or of all', () => {
    const held = { layer: 0, direction: 0, role: 'forget', value: 0 };
    expect(expandRules(stack, 4, [rule])).toEqual([
      { ...held, step: 1, unit: 0 },
      { ...held, step: 1, unit: 1 },
      { ...held, step: 2, unit: 0 },
      { ...held, step: 2, unit: 1 },
    ]);
    expect(expandRules(stack, 4, [{ ...rule, unit: 1, from: 3, to: 63 }])).toEqual([
      { ...held, step: 3, unit: 1 },
    ]);
  });

  it('say nothing of chains that the network lacks', () => {
    expect(
      expandRules(stack, 4, [
        { ...rule, layer: 1 },
        { ...rule, direction: 1 },
      ]),
    ).toEqual([]);
  });

  it('give way to a later one where two meet', () => {
    const later = { ...rule, from: 2, to: 2, unit: 0, value: 1 };
    const values = expandRules(stack, 4, [rule, later]).filter(({ step, unit }) => step === 2 && unit === 0);
    expect(values.map(({ value }) => value)).toEqual([1]);
  });

  it('are set anew and released one by one', () => {
    expect(withRule([rule], { ...rule, value: 1 })).toEqual([{ ...rule, value: 1 }]);
    expect(withRule([rule], { ...rule, from: 0 })).toHaveLength(2);
    const place = { layer: 0, direction: 0, role: 'forget', step: 2, unit: 1 } as const;
    expect(withoutHold([rule], place)).toEqual([]);
    expect(withoutHold([rule], { ...place, step: 3 })).toEqual([rule]);
    expect(withoutHold([rule], { ...place, role: 'update' })).toEqual([rule]);
  });
});

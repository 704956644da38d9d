import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../../models/cells/roles.ts';
import { arrowOf, isSingle, lookAt, selectedOf } from './place.ts';

const stack = { cell: DEFAULT_GRU, inputs: 2, hidden: 3, layers: 2, directions: 'sum' } as const;
const look = { layer: 2, direction: 'backward', at: 4, lane: 'reset', unit: 2 } as const;

describe('the selected number', () => {
  it('is the one that the settings name', () => {
    expect(selectedOf(look, stack, 5)).toEqual({ layer: 1, direction: 1, step: 3, role: 'reset', unit: 1 });
    expect(lookAt(selectedOf(look, stack, 5))).toEqual(look);
    expect(lookAt({ step: 0 })).toEqual({ at: 1 });
  });

  it('is the nearest one in a smaller network', () => {
    const small = { ...stack, hidden: 1, layers: 1, directions: 'forward' } as const;
    expect(selectedOf({ ...look, lane: 'forget' }, small, 2)).toEqual({
      layer: 0,
      direction: 0,
      step: 1,
      role: 'hidden',
      unit: 0,
    });
    expect([isSingle(small), isSingle(stack), isSingle({ ...small, directions: 'concat' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has an arrow only where chains read both ways', () => {
    expect([arrowOf(stack, 0), arrowOf(stack, 1)]).toEqual(['→', '←']);
    expect(arrowOf({ ...stack, directions: 'forward' }, 0)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { createLayout, findSlot, locateParameter, parameterIndex, viewSlot } from './parameters.ts';

const layout = createLayout([
  { name: 'weights', shape: [3, 4] },
  { name: 'nothing', shape: [0] },
  { name: 'bias', shape: [4] },
]);

describe('ParameterLayout', () => {
  it('lays slots end to end', () => {
    expect(layout.length).toBe(16);
    expect(layout.slots.map((slot) => [slot.offset, slot.length])).toEqual([
      [0, 12],
      [12, 0],
      [12, 4],
    ]);
  });

  it('views write through to the flat array', () => {
    const flat = new Float64Array(16);
    viewSlot(layout, flat, 'bias')[2] = 5;
    expect(flat[14]).toBe(5);
    expect(viewSlot(layout, flat, 'nothing')).toHaveLength(0);
  });

  it('finds slot, row and column of every index, and back', () => {
    expect(locateParameter(layout, 7)).toMatchObject({ slot: { name: 'weights' }, row: 1, column: 3 });
    expect(locateParameter(layout, 13)).toMatchObject({ slot: { name: 'bias' }, row: 0, column: 1 });
    for (let index = 0; index < layout.length; index++) {
      const place = locateParameter(layout, index);
      expect(place && parameterIndex(place.slot, place.row, place.column)).toBe(index);
    }
  });

  it('has nothing outside, between, or under a wrong name', () => {
    expect([-1, 16, 1.5, Number.NaN].map((index) => locateParameter(layout, index))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(() => findSlot(layout, 'constructor')).toThrow(RangeError);
  });
});

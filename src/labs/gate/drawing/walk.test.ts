import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { chainCursor, isAtEnd, isAtStart, isFinished, type LabPlace, movePlace, orderOf } from './walk.ts';

const both = { cell: DEFAULT_GRU, inputs: 1, hidden: 1, layers: 2, directions: 'concat' } as const;
const order = orderOf(both, 3);
const start: LabPlace = { layer: 0, direction: 0, step: 0, role: 'update' };

function walk(from: LabPlace, count: number): readonly LabPlace[] {
  const places = [from];
  for (let i = 0; i < count; i++) places.push(movePlace(order, places.at(-1) ?? from, 'next-gate'));
  return places;
}

describe('the walk through a stack', () => {
  it('computes every lane of every cell once, a chain after the other', () => {
    const all = walk(start, order.cells.length * order.roles.length - 1);
    expect(all).toHaveLength(2 * 2 * 3 * 4);
    expect(new Set(all.map((place) => JSON.stringify(Object.values(place)))).size).toBe(48);
    expect(all.slice(0, 4).map(({ role }) => role)).toEqual(['update', 'reset', 'candidate', 'hidden']);
    const chains = all.filter(({ role }) => role === 'hidden');
    // The backward chain of a layer begins at the last step.
    expect(chains.slice(3, 6).map(({ direction, step }) => [direction, step])).toEqual([
      [1, 2],
      [1, 1],
      [1, 0],
    ]);
    expect(isAtStart(order, start)).toBe(true);
    expect(isAtEnd(order, all.at(-1) ?? start)).toBe(true);
    expect(movePlace(order, all.at(-1) ?? start, 'next-gate')).toEqual(all.at(-1));
  });

  it('goes back the way it came', () => {
    const [, , , fourth = start, fifth = start] = walk(start, 4);
    expect(movePlace(order, fifth, 'previous-gate')).toEqual(fourth);
    expect(movePlace(order, fifth, 'previous-step')).toEqual(start);
    expect(movePlace(order, start, 'previous-step')).toEqual(start);
  });

  it('computes all layers of a step first where time runs one way', () => {
    const deep = orderOf({ ...both, cell: DEFAULT_LSTM, directions: 'forward' }, 2);
    expect(deep.cells.map(({ layer, step }) => [layer, step])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('knows how far each chain has come', () => {
    const place: LabPlace = { layer: 0, direction: 1, step: 1, role: 'reset' };
    expect(chainCursor(order, place, { layer: 0, direction: 1 })).toEqual({ step: 1, role: 'reset' });
    expect(chainCursor(order, place, { layer: 0, direction: 0 })).toEqual({ step: 2, role: 'hidden' });
    expect(chainCursor(order, place, { layer: 1, direction: 0 }).step).toBe(-1);
    expect(isFinished(order, place, { layer: 0, direction: 1, step: 2 })).toBe(true);
    expect(isFinished(order, place, { layer: 0, direction: 1, step: 1 })).toBe(false);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadCells } from './spread.ts';

it('spreads different cells over the range of ln X, by rising X, ends included', () => {
  const values = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 50 }), (list, most) => {
      const chosen = [...spreadCells({ values: Float64Array.from(list) }, most)];
      expect(new Set(chosen).size).toBe(Math.min(most, list.length));
      const found = chosen.map((cell) => list[cell] ?? NaN);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(found[0]).toBe(Math.min(...list));
      if (found.length > 1) expect(found.at(-1)).toBe(Math.max(...list));
    }),
  );
});

it('shows the few large cells among many small ones', () => {
  const values = Float64Array.from([...new Array<number>(1000).fill(1), 10, 100, 1000]);
  const found = Array.from(spreadCells({ values }, 4), (cell) => values[cell]);
  expect(found).toEqual([1, 10, 100, 1000]);
});

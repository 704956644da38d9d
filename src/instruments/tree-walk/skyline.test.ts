import fc from 'fast-check';
import { expect, it } from 'vitest';
import { skyline } from './skyline.ts';

it('has every word in one column, between its ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -30, max: 0, noNaN: true }), { minLength: 1, maxLength: 90 }),
      fc.integer({ min: 1, max: 40 }),
      (values, most) => {
        const columns = skyline(Float64Array.from(values), most);
        expect(columns).toHaveLength(Math.min(values.length, most));
        expect(Math.max(...columns.map(({ high }) => high))).toBe(Math.max(...values));
        expect(Math.min(...columns.map(({ low }) => low))).toBe(Math.min(...values));
        expect(columns.every(({ low, high }) => low <= high)).toBe(true);
      },
    ),
  );
});

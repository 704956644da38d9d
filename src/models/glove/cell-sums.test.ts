import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCellSums } from './cell-sums.ts';

it('sums as a Map does, whatever the keys, past many growths', () => {
  const entry = fc.tuple(fc.nat({ max: 2 ** 50 }), fc.integer({ min: -5, max: 5 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4000, size: 'max' }), (entries) => {
      const sums = createCellSums();
      const map = new Map<number, number>();
      for (const [key, by] of entries) {
        sums.add(key, by);
        map.set(key, (map.get(key) ?? 0) + by);
      }
      const { keys, sums: found } = sums.sorted();
      expect([...keys]).toEqual([...map.keys()].sort((a, b) => a - b));
      expect([...found]).toEqual([...keys].map((key) => map.get(key)));
      expect([...sums.sums()].sort()).toEqual([...found].sort());
      expect(sums.size).toBe(map.size);
      expect(sums.get(2 ** 51)).toBe(0);
    }),
    { numRuns: 20 },
  );
});

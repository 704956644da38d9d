import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createThinner } from './thinner.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

it('keeps everything below the limit', () => {
  const thinner = createThinner<number>(8);
  for (const i of upTo(7)) thinner.push(i);
  expect(thinner.take()).toEqual(upTo(7));
  expect(thinner.take()).toEqual([]);
});

it('keeps an even sample with both ends, and accounts for every item', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 2, max: 99 }), (count, limit) => {
      const gone: number[] = [];
      const thinner = createThinner<number>(limit, (item) => gone.push(item));
      for (const i of upTo(count)) thinner.push(i);
      const kept = thinner.take();
      expect(kept.length).toBeLessThanOrEqual(limit);
      expect(kept[0]).toBe(0);
      expect(kept.at(-1)).toBe(count - 1);
      expect([...kept, ...gone].sort((a, b) => a - b)).toEqual(upTo(count));
      const gaps = new Set(kept.slice(1, -1).map((item, i) => item - (kept[i] ?? 0)));
      expect(gaps.size).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookUpGroups, packTokens, tokenParts } from './tokens.ts';

it('puts ids, rows by id, targets, and where each id begins end to end', () => {
  const packed = packTokens(Int32Array.of(2, 0, 2, 1), Int32Array.of(0, 2, -1, 2), 4);
  expect([...packed]).toEqual([2, 0, 2, 1, 1, 3, 0, 2, 0, 2, -1, 2, 0, 1, 2, 4, 4]);
  expect(tokenParts(4)).toEqual({ ids: 0, order: 4, targets: 8, starts: 12 });
});

it('finds every row under its id, in order', () => {
  const ids = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(ids, (each) => {
      const packed = packTokens(Int32Array.from(each), new Int32Array(each.length), 7);
      const { order, starts } = tokenParts(each.length);
      const begins = packed.subarray(starts);
      for (let id = 0; id < 7; id++) {
        const rows = packed.subarray(order + (begins[id] ?? 0), order + (begins[id + 1] ?? 0));
        expect([...rows]).toEqual(each.flatMap((other, row) => (other === id ? [row] : [])));
      }
    }),
  );
});

it('refuses an id that is no token', () => {
  const pack = (id: number) => packTokens(Int32Array.of(id), Int32Array.of(0), 3);
  expect(() => pack(3)).toThrow('token id 3 is not among 0 … 2');
  expect(() => pack(-1)).toThrow('token id -1 is not among 0 … 2');
});

it('spreads a grid over two dimensions before it meets a limit', () => {
  expect(lookUpGroups(257)).toEqual([2, 1]);
  const [across, down] = lookUpGroups(2 ** 25);
  expect(across).toBeLessThanOrEqual(65_535);
  expect(across * down * 256).toBeGreaterThanOrEqual(2 ** 25);
});

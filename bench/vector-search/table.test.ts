import { expect, it } from 'vitest';
import { type Measured, ratioOf, tableOf } from './table.ts';

const plain: Measured = { name: 'plain', precision: 'int8', ms: 80, spread: 0.1, runs: 5, found: '1 2' };
const wasm: Measured = { ...plain, name: 'wasm', ms: 5 };

it('says how much faster than the peer with the same rows', () => {
  const floats: Measured = { ...plain, precision: 'float32', ms: 120 };
  expect(ratioOf(wasm, [plain, floats, wasm])).toBe(16);
  expect(tableOf([plain, floats, wasm])).toContain('| Ours, WASM SIMD | 5.0 ms, 16× | – |');
});

it('compares nothing with what found something else', () => {
  const other = { ...wasm, found: '2 1' };
  expect(ratioOf(other, [plain, other])).toBeNull();
  expect(tableOf([plain, other])).toContain('finds something else');
});

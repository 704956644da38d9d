import { expect, it } from 'vitest';
import type { Measured } from './measured.ts';
import { CONTESTANTS } from './plan.ts';
import { ratioOf, tableOf } from './table.ts';

const plain: Measured = {
  of: 'sg-hs',
  name: 'plain',
  threads: 1,
  speed: 50_000,
  spread: 0.1,
  loss: 4,
  runs: 5,
};
const simd: Measured = { ...plain, name: 'simd', speed: 1_000_000, loss: 4.02 };
const wrong: Measured = { ...plain, name: 'threads', speed: 2_000_000, loss: 5 };

it('compares with the peer of the same case, and only what learns the same', () => {
  const other: Measured = { ...plain, of: 'sg-ns', speed: 1 };
  const all = [other, plain, simd, wrong];
  expect(ratioOf(simd, all)).toBe(20);
  expect(ratioOf(wrong, all)).toBeNull();
  const line = tableOf(all)
    .split('\n')
    .find((text) => text.includes('Skip-gram, Huffman tree'));
  expect(line?.split('|').map((cell) => cell.trim())).toEqual([
    '',
    'Skip-gram, Huffman tree',
    ...CONTESTANTS.map(
      (name) =>
        ({ plain: '50 k', simd: '1,000 k, 20.0×', threads: '2,000 k, learns something else' })[
          name as string
        ] ?? '–',
    ),
    '',
  ]);
});

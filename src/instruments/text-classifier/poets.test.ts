import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLabelledLines } from '../../models/fasttext/labelled-lines.ts';
import { poetLines } from './poets.ts';

it('takes the poems of the twelve poets who have the most', () => {
  const book = ['甲', '乙', '丙'].flatMap((poet, i) =>
    Array.from({ length: 3 - i }, () => `调·${poet}\n词。\n又。`),
  );
  expect(poetLines(book.join('\n\n'))).toEqual(
    ['甲', '甲', '甲', '乙', '乙', '丙'].map((poet) => `__label__${poet} 词。又。`),
  );
});

it('finds them in the book that comes with the notebook', () => {
  const book = readFileSync(new URL('../../../public/corpora/song-ci.txt', import.meta.url), 'utf8');
  const { lines, faults } = readLabelledLines(poetLines(book).join('\n'));
  expect(faults).toEqual([]);
  expect(new Set(lines.map(({ labels }) => labels[0])).size).toBe(12);
  expect(lines.find(({ text }) => text.includes('大江东去，浪淘尽'))?.labels).toEqual(['苏轼']);
});

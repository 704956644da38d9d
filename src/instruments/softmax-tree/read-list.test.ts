import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList } from './read-list.ts';

const pairs = (text: string) => {
  const { list } = readList(text, 100);
  return list.words.map((word, i) => [word, list.counts[i]]);
};

describe('readList', () => {
  it.each([
    ['the 22\nof 12', 'spaces'],
    ['the\t22\r\nof\t12\r\n', 'tabs, as spreadsheets copy them'],
    ['word,count\nthe,22\nof,12', 'commas under a heading'],
    ['\ufeff词；次数\nthe；22\nof; 12', 'semicolons, wide ones too'],
    ['"the",22\n"of",12', 'quoted words'],
    ['   22 the\n   12 of', 'counts first, as uniq -c writes'],
    ['\n\nthe 22\n\n\nof 12\n', 'empty lines'],
    ['the 2.2e1\nof 12.0', 'other ways to write a number'],
  ])('reads %j: %s', (text) => {
    expect(pairs(text)).toEqual([
      ['the', 22],
      ['of', 12],
    ]);
  });

  it('takes words with spaces, quotes and digits as they are', () => {
    expect(pairs('New York 3\n"say ""so"", she",2\n1984 7\n人工 智能 0')).toEqual([
      ['New York', 3],
      ['say "so", she', 2],
      ['1984', 7],
      ['人工 智能', 0],
    ]);
  });

  it('names every line that it cannot read, and reads the others', () => {
    const { list, faults, lines } = readList('the 22\nof\nand -3\nto ten\nthe 5\n7\na,1,234\nin 9', 100);
    expect(list.words).toEqual(['the', 'in']);
    expect(lines).toBe(8);
    expect(faults).toEqual([
      { line: 2, found: 'of', code: 'no-count' },
      { line: 3, found: 'and -3', code: 'bad-count' },
      { line: 4, found: 'to ten', code: 'bad-count' },
      { line: 5, found: 'the 5', code: 'twice', first: 1 },
      { line: 6, found: '7', code: 'no-word' },
      { line: 7, found: 'a,1,234', code: 'fields', fields: 3 },
    ]);
  });

  it('stops at the first word too many', () => {
    const { list, faults } = readList('a 1\nb 2\nc 3\nd 4', 2);
    expect(list.words).toEqual(['a', 'b']);
    expect(faults).toEqual([{ line: 3, found: 'c 3', code: 'too-many', most: 2 }]);
  });

  it('never throws, and gives nothing but counts from 0', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        const { list } = readList(`${a}\n${b}\u0000,Infinity\n${a} 1e999`, 50);
        expect(list.words).toHaveLength(list.counts.length);
        expect([...list.counts].every((count) => count >= 0 && Number.isFinite(count))).toBe(true);
      }),
    );
  });
});

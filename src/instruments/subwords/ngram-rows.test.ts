import { describe, expect, it } from 'vitest';
import { ngramRows } from '../../models/fasttext/subwords.ts';
import { ngramRowsOf, wordNotes } from './ngram-rows.ts';
import { wordOf } from './settings.ts';

describe('ngramRowsOf', () => {
  it.each([
    ['where', 3, 6],
    ['where', 1, 3],
    ['北京', 1, 4],
    ['🚑🚒', 2, 3],
    ['', 1, 6],
  ])('of %j, %i to %i, stand where they are in the word', (word, minN, maxN) => {
    const characters = [...`<${word}>`];
    const options = { minN, maxN, bucket: 500 };
    const rows = ngramRowsOf(word, options);
    for (const { ngram, n, start } of rows) {
      expect(characters.slice(start, start + n).join('')).toBe(ngram);
    }
    expect(rows.map(({ row }) => row)).toEqual(ngramRows(word, 0, options));
  });
});

describe('wordNotes', () => {
  const notes = (word: string) => wordNotes(word, ngramRowsOf(word, { minN: 3, maxN: 6, bucket: 9 }));

  it('says what is odd about a word', () => {
    expect(notes('where')).toEqual([]);
    expect(notes('straße')).toEqual(['signed']);
    expect(notes('👩‍🚀x')).toEqual(['signed', 'pieces']);
    expect(notes('山')).toEqual(['signed', 'few']);
  });
});

it('reads what is typed as a text is read', () => {
  expect(wordOf('  Presidentially yours')).toBe('presidentially');
  expect(wordOf('Cafe\u0301')).toBe('café');
  expect(wordOf('STRAẞE')).toBe('straße');
  expect(wordOf(' ')).toBe('');
});

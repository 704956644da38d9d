import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPairs, readWords, writeWords } from './word-lists.ts';

const words = (text: string, characters = false) => readWords(text, { most: 10, characters });

describe('readWords', () => {
  it.each<[string, readonly string[]]>([
    ['breakfast  lunch,dinner ，piano', ['breakfast', 'lunch', 'dinner', 'piano']],
    ['"new york" paris "new york"', ['new york', 'paris']],
    ['well-known c', ['well-known', 'c']],
    ['春、夏；秋 冬', ['春', '夏', '秋', '冬']],
    ['', []],
  ])('reads %s', (text, found) => {
    expect(words(text)).toEqual(found);
  });

  it('parts Chinese characters where the words are characters', () => {
    expect(words('春夏秋冬 琴', true)).toEqual(['春', '夏', '秋', '冬', '琴']);
    expect(words('春夏秋冬 琴')).toEqual(['春夏秋冬', '琴']);
  });

  it('reads back what it writes', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .map((text) => text.normalize('NFC').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 10 }), (list) => {
        expect(words(writeWords(list))).toEqual(list);
      }),
    );
  });
});

describe('readPairs', () => {
  it('reads pairs however their words are parted, and names what is none', () => {
    expect(readPairs('he she, man–woman; king → queen\n父/母, one, a b c', 10)).toEqual({
      pairs: [
        ['he', 'she'],
        ['man', 'woman'],
        ['king', 'queen'],
        ['父', '母'],
      ],
      others: ['one', 'a b c'],
    });
    expect(readPairs('a b, c d', 1).pairs).toEqual([['a', 'b']]);
  });
});

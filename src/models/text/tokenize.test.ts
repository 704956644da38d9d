import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeCharacters, tokenizeWords } from './tokenize.ts';

describe('tokenizeWords', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['white space only', ' \n\t\u00a0\u3000 ', []],
    ['one word', 'Whale', ['whale']],
    [
      'punctuation',
      '"Well," said I—"what?"',
      ['"', 'well', ',', '"', 'said', 'i', '—', '"', 'what', '?', '"'],
    ],
    ['apostrophes inside a word', "Don't they? It’s", ["don't", 'they', '?', 'it’s']],
    ['numbers', 'In 1851, 3.14 or 1,000', ['in', '1851', ',', '3.14', 'or', '1,000']],
    ['Chinese without spaces', '我们学习,很快。', ['我们', '学习', ',', '很快', '。']],
    ['emoji, joined ones whole', 'hi 👨‍👩‍👧😀', ['hi', '👨‍👩‍👧', '😀']],
    ['right to left', 'שלום, עולם', ['שלום', ',', 'עולם']],
    ['direction marks', '\u200fשלום\u202c abc\u200e', ['שלום', 'abc']],
    ['markup, as text', '<b>hi</b>', ['<', 'b', '>', 'hi', '<', '/', 'b', '>']],
    ['decomposed accents', 'cafe\u0301', ['café']],
    ['a lone surrogate', 'a \ud83d b', ['a', '\ud83d', 'b']],
  ])('%s', (_name, text, tokens) => {
    expect(tokenizeWords(text)).toEqual(tokens);
  });

  it('loses nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const clean = text
          .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
          .normalize('NFC')
          .toLowerCase();
        expect(tokenizeWords(text).join('').replace(/\s/gu, '')).toBe(clean.replace(/\s/gu, ''));
      }),
    );
  });

  it('cuts a long text exactly as a short one', () => {
    const sentence = 'Call me Ishmael. Some years ago—never mind how long 😀 don’t 我们学习 שלום! ';
    const once = tokenizeWords(sentence);
    expect(tokenizeWords(sentence.repeat(200))).toEqual(Array.from({ length: 200 }, () => once).flat());
  });

  it.each(['我们在学习循环神经网络。', '😀', '👨‍👩‍👧', 'don’t-', '3.14,x-', 'שלום,', '🇨🇭', 'e\u0301!'])(
    'cuts long text without white space where a short one is cut: %s',
    (piece) => {
      const whole = tokenizeWords(piece.repeat(4));
      const once = tokenizeWords(piece);
      expect(whole).toEqual(Array.from({ length: 4 }, () => once).flat());
      expect(tokenizeWords(piece.repeat(701))).toEqual(Array.from({ length: 701 }, () => once).flat());
    },
  );

  it('gets through one word of any length', () => {
    expect(tokenizeWords('a'.repeat(100_000)).join('')).toHaveLength(100_000);
  });
});

describe('tokenizeCharacters', () => {
  it('keeps what a reader takes for one character whole', () => {
    expect(tokenizeCharacters('aé👨‍👩‍👧e\u0301你')).toEqual(['a', 'é', '👨‍👩‍👧', 'e\u0301', '你']);
  });

  it('keeps case and white space, with one kind of line break', () => {
    expect(tokenizeCharacters('A b\r\nC\r')).toEqual(['A', ' ', 'b', '\n', 'C', '\n']);
  });

  it('keeps joined emoji whole however long the text', () => {
    expect(tokenizeCharacters('👨‍👩‍👧'.repeat(501))).toEqual(new Array(501).fill('👨‍👩‍👧'));
    expect(tokenizeCharacters('abe\u0301'.repeat(501))).toEqual(
      new Array(501).fill(['a', 'b', 'e\u0301']).flat(),
    );
  });

  it('joins back to the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(tokenizeCharacters(text).join('')).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('handles lone surrogates and nothing at all', () => {
    expect(tokenizeCharacters('\udc00a')).toEqual(['\udc00', 'a']);
    expect(tokenizeCharacters('')).toEqual([]);
  });
});

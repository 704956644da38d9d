import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentChunks } from './segments.ts';

const segmenters = {
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
} as const;
const whole = (text: string, granularity: 'word' | 'grapheme') =>
  Array.from(segmenters[granularity].segment(text), ({ segment }) => segment);
const cut = (text: string, granularity: 'word' | 'grapheme') => [...segmentChunks(text, granularity)].flat();
const BLANK = /^\s*$/u;

/** What words, numbers and the marks in and around them are made of, so that the hard places come up often. */
const pieces = fc.constantFrom(
  ...['a', 'B', 'é', 'ß', '3', '14', '.', ',', ':', ';', "'", '’', '‘', '"', '“', '”', '_', '-', '—', '…'],
  ...[
    '·',
    '‧',
    '(',
    '?',
    '!',
    '*',
    '@',
    '$',
    '`',
    '÷',
    '×',
    'ª',
    ' ',
    ' ',
    ' ',
    '\n',
    '\t',
    '\u0301',
    '\u200d',
  ],
  ...['。', '，', '我', '们', '学习', '！', '😀', 'ー', 'あ', '\u00ad', '\u3000', '〪', 'ｶﾞ'],
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

describe('segmentChunks', () => {
  it('cuts characters as Intl.Segmenter does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cut(text, 'grapheme')).toEqual(whole(text, 'grapheme'));
      }),
      { numRuns: 300 },
    );
  });

  it('cuts words as Intl.Segmenter does, white space aside', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = (segments: readonly string[]) => segments.filter((segment) => !BLANK.test(segment));
        expect(words(cut(text, 'word'))).toEqual(words(whole(text, 'word')));
      }),
      { numRuns: 600 },
    );
  });

  it.each(['word', 'grapheme'] as const)('loses nothing, %s by %s', (granularity) => {
    const text = 'The whale’s 3.14 (and “more”) 我们学习。e\u0301 \r\n'.repeat(60);
    expect(cut(text, granularity).join('')).toBe(text);
  });
});

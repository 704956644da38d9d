import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputRows, labelledVocabulary, rowsOfText, splitTexts, wordsOfText } from './labelled-texts.ts';
import { wordNgramRows } from './word-ngrams.ts';

const lines = [{ labels: ['b'] }, { labels: ['a', 'c'] }, { labels: ['a'] }];
const texts = [['x', 'y'], ['y'], ['constructor', 'y', 'x', 'z']];

describe('labelledVocabulary', () => {
  it('has what is frequent first, rare words left out', () => {
    const { words, counts, labels, labelCounts, ids } = labelledVocabulary(lines, texts, {
      minCount: 2,
      words: 99,
    });
    expect([words, [...counts], labels, labelCounts]).toEqual([
      ['y', 'x'],
      [3, 2],
      ['a', 'b', 'c'],
      [2, 1, 1],
    ]);
    expect(ids.get('x')).toBe(1);
    expect(labelledVocabulary(lines, texts, { minCount: 1, words: 2 }).words).toEqual(['y', 'x']);
  });
});

describe('rowsOfText', () => {
  const ids = new Map([
    ['not', 0],
    ['good', 1],
  ]);
  const limits = { wordNgrams: 2, bucket: 50 };

  it('are known words, then n-grams of all words', () => {
    const words = ['not', 'exactly', 'good'];
    expect([...rowsOfText(words, { ids }, limits)]).toEqual([
      0,
      1,
      ...wordNgramRows(words, { first: 2, longest: 2, bucket: 50 }),
    ]);
    expect([...rowsOfText(words, { ids }, { wordNgrams: 1, bucket: 50 })]).toEqual([0, 1]);
  });

  it('lie within the layer', () => {
    const rows = rowsOfText(['a', 'not', 'b', 'good'], { ids }, { wordNgrams: 4, bucket: 7 });
    expect(Math.max(...rows)).toBeLessThan(inputRows(2, { wordNgrams: 4, bucket: 7 }));
    expect(inputRows(2, { wordNgrams: 1, bucket: 7 })).toBe(2);
  });
});

describe('wordsOfText', () => {
  it('leaves out punctuation; Chinese may be read by character', () => {
    expect(wordsOfText('Not bad, at all!', { level: 'word' })).toEqual(['not', 'bad', 'at', 'all']);
    expect(wordsOfText('明月几时有？', { level: 'character' })).toEqual(['明', '月', '几', '时', '有']);
  });
});

describe('splitTexts', () => {
  it('gives every text once, and leaves one to learn from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const { heldOut, learnt } = splitTexts(n, share, 5);
          expect([...heldOut, ...learnt].sort((a, b) => a - b)).toEqual(
            Array.from({ length: n }, (_, i) => i),
          );
          expect(learnt.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

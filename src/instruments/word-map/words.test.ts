import { describe, expect, it } from 'vitest';
import { completions, parsePairs, parseWords, toggleWord } from './words.ts';

describe('lists of words', () => {
  it('takes blanks and commas of any script, and a word once', () => {
    expect(parseWords(' War, peace\nwar，花、月 ')).toEqual(['war', 'peace', '花', '月']);
    expect(parseWords('a b c', 2)).toEqual(['a', 'b']);
    expect(parseWords('')).toEqual([]);
  });

  it('adds a word, and takes it out again', () => {
    expect(toggleWord(['war'], 'peace')).toBe('war peace');
    expect(toggleWord(['war', 'peace'], 'war')).toBe('peace');
  });
});

describe('parsePairs', () => {
  it('reads relations and their pairs, and leaves out what is no pair', () => {
    expect(parsePairs('he she, man woman; one, year years')).toEqual([
      { from: 'he', to: 'she', relation: 0 },
      { from: 'man', to: 'woman', relation: 0 },
      { from: 'year', to: 'years', relation: 1 },
    ]);
    expect(parsePairs('same same; ; ,')).toEqual([]);
  });
});

describe('completions', () => {
  it('keeps the order, and needs a beginning', () => {
    const words = ['the', 'that', 'war', 'they'];
    expect(completions(words, 'TH', 2)).toEqual(['the', 'that']);
    expect(completions(words, '', 5)).toEqual([]);
  });
});

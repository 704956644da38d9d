import { describe, expect, it } from 'vitest';
import { findWords } from './words.ts';

const WORDS = ['the', 'whale', 'there', 'other', 'café', 'theatre', '鲸', 'wholesale'];
const found = (typed: string, most = 8) => findWords(WORDS, typed, most).map(({ word }) => word);

describe('words that may be meant', () => {
  it('are the word itself, what begins so, what holds it, then letters in order', () => {
    expect(found('the')).toEqual(['the', 'there', 'theatre', 'other']);
    expect(found('whle')).toEqual(['whale', 'wholesale']);
  });

  it('do not mind case and accents', () => {
    expect(found('CAFE')).toEqual(['café']);
    expect(found('鲸')).toEqual(['鲸']);
  });

  it('are the most frequent ones when nothing is typed, and none when nothing fits', () => {
    expect(found(' ', 2)).toEqual(['the', 'whale']);
    expect(found('qq')).toEqual([]);
  });
});

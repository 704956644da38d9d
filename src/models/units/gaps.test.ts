import { describe, expect, it } from 'vitest';
import { tokenizeCharacters, tokenizeWords } from '../text/tokenize.ts';
import { END_TOKEN } from '../text/vocabulary.ts';
import { firstTokens, tokenGaps } from './gaps.ts';

const WORDS = { level: 'word' } as const;
const CHARACTERS = { level: 'character' } as const;

describe('tokenGaps', () => {
  it.each([
    'he said: "call me.\nbut not today"\n\nso there.',
    'the  whale\tswam',
    '床前明月光，疑是地上霜。\n举头望明月',
  ])('words and what stands between them are the text again: %j', (text) => {
    const tokens = tokenizeWords(text);
    const gaps = tokenGaps(text, tokens, WORDS);
    expect(tokens.map((token, i) => `${gaps[i]}${token}`).join('')).toBe(text.replace(/[ \t]+/g, ' '));
  });

  it('capitals are found in small letters, and ⟨EOS⟩ stands nowhere', () => {
    expect(tokenGaps('Ahab\nAHAB', ['ahab', END_TOKEN, 'ahab'], WORDS)).toEqual(['', ' ', '\n']);
  });

  it('a word that is not there is skipped', () => {
    expect(tokenGaps('one two', ['one', 'zwei', 'two'], WORDS)).toEqual(['', ' ', ' ']);
  });

  it('characters leave nothing out', () => {
    expect(tokenGaps('a\nb', ['a', '\n', 'b'], CHARACTERS)).toEqual(['', '', '']);
  });
});

describe('firstTokens', () => {
  it.each([
    ['Call me Ishmael. Some years ago', tokenizeWords, WORDS, 'Call me Ishmael.'],
    ['a\r\nbcdef', tokenizeCharacters, CHARACTERS, 'a\nbc'],
    ['床前明月光', tokenizeCharacters, CHARACTERS, '床前明月'],
  ] as const)('of %j', (text, tokenize, kind, expected) => {
    expect(firstTokens(text, tokenize(text), kind, 4)).toBe(expected);
    expect(tokenize(expected)).toEqual(tokenize(text).slice(0, 4));
  });

  it('leaves a short text as it is', () => {
    expect(firstTokens('a b', ['a', 'b'], WORDS, 2)).toBe('a b');
  });
});

import { expect, it } from 'vitest';
import { fallbackState } from '../../../url/fragment.ts';
import { EMBEDDING_TABLE } from './settings.ts';
import { askedWords, unfitting } from './useFitting.ts';

const settings = {
  ...fallbackState(EMBEDDING_TABLE),
  word: 'king',
  expression: '2 "new york" − city',
  odd: 'a b c',
  pairs: 'he she, man woman',
  b: 'woman',
};

it('names the words of everything that the reader has set', () => {
  const words = askedWords(settings);
  expect([...words.keys()].sort()).toEqual(['b', 'expression', 'odd', 'pairs', 'word']);
  expect(words.get('expression')).toEqual(['new york', 'city']);
  expect(words.get('pairs')).toEqual(['he', 'she', 'man', 'woman']);
});

it('gives up what asks for a word that the new set lacks, and nothing else', () => {
  expect(unfitting(settings, ['city', 'she'])).toEqual({ expression: null, pairs: null });
  expect(unfitting(settings, ['woman'])).toEqual({ pairs: null, a: '', b: '', c: '' });
  expect(unfitting(settings, [])).toEqual({});
});

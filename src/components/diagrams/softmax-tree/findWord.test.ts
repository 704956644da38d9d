import { expect, it } from 'vitest';
import { findWord } from './findWord.ts';

const words = ['The', 'whale', 'the', 'Whaler', '鲸鱼', 'whales'];

it.each([
  ['the', 2],
  ['The', 0],
  ['THE', 0],
  [' whale ', 1],
  ['whaler', 3],
  ['wha', 1],
  ['鲸', 4],
])('finds %s: as it is written, else in other letters, else by its beginning', (typed, found) => {
  expect(findWord(words, typed)).toBe(found);
});

it('finds nothing in nothing, and no word that is not there', () => {
  expect(findWord(words, '  ')).toBeNull();
  expect(findWord(words, 'hale')).toBeNull();
});

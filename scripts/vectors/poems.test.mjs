import { expect, it } from 'vitest';
import { charactersOf, countCharacters, usualCharacters } from './poems.mjs';

it('leaves nothing of a poem but its characters, in the usual form', () => {
  const text = '碧窻（一作窗）斜月，□深輝。〖題下注〗𩙪a';
  expect(usualCharacters(charactersOf(text))).toEqual([
    '碧',
    '窗',
    '斜',
    '月',
    '深',
    '輝',
    '題',
    '下',
    '注',
    '𩙪',
  ]);
});

it('counts characters, the most frequent first', () => {
  expect(
    countCharacters(
      [
        ['月', '日', '山'],
        ['月', '日'],
        ['人', '人', '人'],
      ],
      2,
    ),
  ).toEqual([
    ['人', 3],
    ['日', 2],
    ['月', 2],
  ]);
});

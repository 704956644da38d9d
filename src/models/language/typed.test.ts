import { expect, it } from 'vitest';
import { END_TOKEN, UNKNOWN_TOKEN, vocabularyOf } from '../text/vocabulary.ts';
import type { TextModel, TextState } from './text-model.ts';
import { beginningOf, completeText, firstToken } from './typed.ts';

const silent: TextState = { probabilities: null, read: () => silent };
const model = (tokens: readonly string[], level: TextModel['level'] = 'word'): TextModel => ({
  level,
  vocabulary: vocabularyOf([UNKNOWN_TOKEN, ...tokens]),
  start: () => silent,
});

it('is cut as the model reads, and says what the model lacks', () => {
  expect(beginningOf('The durian', model(['cat', 'the']))).toEqual([
    { text: 'the', id: 2, known: true },
    { text: 'durian', id: 0, known: false },
  ]);
  expect(beginningOf('猫 ', model(['猫', ' '], 'character')).map(({ id }) => id)).toEqual([1, 2]);
});

it('ends in ⟨EOS⟩ only where texts do', () => {
  const ending = model(['the', END_TOKEN]);
  expect(completeText('the', ending).map(({ text }) => text)).toEqual(['the', END_TOKEN]);
  expect(completeText('the', model(['the'])).map(({ text }) => text)).toEqual(['the']);
  expect(beginningOf('the', ending).map(({ text }) => text)).toEqual(['the']);
  expect(completeText(' ', ending)).toEqual([]);
});

it('a line that is complete has its ⟨EOS⟩, once', () => {
  const lines: TextModel = { ...model(['the', 'cat', END_TOKEN]), ends: 'lines' };
  const texts = (tokens: readonly { text: string }[]) => tokens.map(({ text }) => text);
  expect(texts(beginningOf('the\ncat', lines))).toEqual(['the', END_TOKEN, 'cat']);
  expect(texts(beginningOf('the\n', lines))).toEqual(['the', END_TOKEN]);
  expect(texts(completeText('the\n', lines))).toEqual(['the', END_TOKEN]);
  expect(texts(completeText('the\ncat', lines))).toEqual(['the', END_TOKEN, 'cat', END_TOKEN]);
});

it('begins with a line break, else with the most frequent token', () => {
  expect(firstToken(model(['e', '\n'], 'character'))).toEqual({ text: '\n', id: 2, known: true });
  expect(firstToken(model(['the', 'cat']))).toEqual({ text: 'the', id: 1, known: true });
  expect(firstToken(model([]))).toEqual({ text: UNKNOWN_TOKEN, id: 0, known: false });
});

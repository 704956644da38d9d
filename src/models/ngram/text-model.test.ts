import { describe, expect, it } from 'vitest';
import { readAll } from '../language/text-model.ts';
import { END_TOKEN, UNKNOWN_TOKEN, vocabularyOf } from '../text/vocabulary.ts';
import { addK } from './add-k.ts';
import { countNgrams } from './counts.ts';
import { kneserNey } from './kneser-ney.ts';
import { chain } from './perplexity.ts';
import { ngramTextModel } from './text-model.ts';

const VOCABULARY = vocabularyOf([UNKNOWN_TOKEN, 'a', 'b', 'c', END_TOKEN]);
const [A, B, C, END] = [1, 2, 3, 4];
const SENTENCES = [
  [A, B, A, END],
  [A, C, END],
  [B, A, B, END],
];
const CHARACTERS = { level: 'character' } as const;

const counted = (order: number, start: boolean) =>
  countNgrams(start ? SENTENCES : [SENTENCES.flat()], { order, vocabulary: 5, start });

/** P of each token as the model of text says it. */
function factors(model: ReturnType<typeof ngramTextModel>, tokens: readonly number[]): readonly number[] {
  return tokens.map((token, t) => readAll(model.start(), tokens.slice(0, t)).probabilities![token]!);
}

describe.each([1, 2, 3, 4])('n = %i', (order) => {
  it('has the factors of the chain rule, sentence after sentence, after the start mark', () => {
    const model = kneserNey(counted(order, true));
    const text = ngramTextModel(model, VOCABULARY, CHARACTERS, { start: true });
    const [first, second] = [
      [A, B, B, C, END],
      [C, A, END],
    ] as const;
    const expected = [first, second].flatMap((each) => chain(model, each, { start: true }));
    factors(text, [...first, ...second]).forEach((p, t) => {
      expect(p).toBeCloseTo(expected[t]!.probability, 13);
    });
  });

  it('in running text, begins after one ⟨EOS⟩ and reads on over it', () => {
    const model = addK(counted(order, false), 0.5);
    const text = ngramTextModel(model, VOCABULARY, CHARACTERS, { start: false });
    const tokens = [B, A, END, A, C];
    const [, ...expected] = chain(model, [END, ...tokens], { start: false });
    expect(factors(text, tokens)).toEqual(expected.map(({ probability }) => probability));
  });
});

it('without ⟨EOS⟩ or start mark foretells the first token as a single one', () => {
  const letters = vocabularyOf([UNKNOWN_TOKEN, 'a', 'b']);
  const counts = countNgrams([[A, A, B]], { order: 3, vocabulary: 3, start: false });
  const text = ngramTextModel(addK(counts, 0), letters, CHARACTERS, { start: false });
  expect([...text.start().probabilities!]).toEqual([0, 2 / 3, 1 / 3]);
});

it('says nothing where there is nothing to divide by', () => {
  const model = addK(counted(2, true), 0);
  const text = ngramTextModel(model, VOCABULARY, CHARACTERS, { start: true });
  expect(text.start().read(0).probabilities).toBeNull();
  expect(text.start().read(A).probabilities).not.toBeNull();
});

it('refuses a vocabulary or a token that is not its own', () => {
  const model = addK(counted(2, true), 1);
  expect(() => ngramTextModel(model, vocabularyOf(['a']), CHARACTERS, { start: true })).toThrow(RangeError);
  const text = ngramTextModel(model, VOCABULARY, CHARACTERS, { start: true });
  expect(() => text.start().read(5)).toThrow(RangeError);
});

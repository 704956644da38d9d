import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../cells/roles.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { addK } from '../ngram/add-k.ts';
import { countNgrams } from '../ngram/counts.ts';
import { uniformModel } from '../ngram/model.ts';
import { chain, scoreSequences } from '../ngram/perplexity.ts';
import { ngramTextModel } from '../ngram/text-model.ts';
import { UNKNOWN_TOKEN, vocabularyOf } from '../text/vocabulary.ts';
import { evaluateNextSymbol, type NextSymbolShape, nextSymbolLayout, zeroStates } from './next-symbol.ts';
import { recurrentTextModel } from './recurrent-text-model.ts';
import { scoreText } from './score.ts';
import { beginningOf } from './typed.ts';

const VOCABULARY = vocabularyOf([UNKNOWN_TOKEN, 'a', 'b', 'c']);
const CHARACTERS = { level: 'character' } as const;
const counts = countNgrams([[1, 2, 1, 3, 1, 2]], { order: 2, vocabulary: 4, start: true });
const bigrams = addK(counts, 1);
const model = ngramTextModel(bigrams, VOCABULARY, CHARACTERS, { start: true });

const score = (text: string, by = model) => [...scoreText(by, beginningOf(text, by))];

describe('an n-gram model', () => {
  it('gives the factors of the chain rule, and its score', () => {
    const scores = score('abcab');
    const ids = [1, 2, 3, 1, 2];
    const factors = chain(bigrams, ids, { start: true });
    expect(scores.map(({ probability }) => probability)).toEqual(factors.map((each) => each.probability));
    const { logProbability, perplexity } = scoreSequences(bigrams, [ids], { start: true });
    expect(scores.at(-1)!.running).toBeCloseTo(logProbability, 13);
    expect(scores.at(-1)!.perplexity).toBeCloseTo(perplexity, 12);
  });

  it('ranks each token: 1 is the most probable, equals share a rank', () => {
    // After a: b twice, c once, a and ⟨UNK⟩ never.
    const rankAfterA = (token: string) => score(`a${token}`)[1]!.rank;
    expect(['b', 'c', 'a', '?'].map(rankAfterA)).toEqual([1, 2, 3, 3]);
  });

  it('scores what it does not know as ⟨UNK⟩, and says so', () => {
    const [, unknown] = score('ax');
    expect(unknown).toMatchObject({ text: 'x', id: 0, known: false });
    expect(unknown!.probability).toBe(bigrams.probability([1], 0));
  });

  it('without smoothing, an unseen token is impossible, and what follows it undefined', () => {
    const plain = ngramTextModel(addK(counts, 0), VOCABULARY, CHARACTERS, { start: true });
    const [, unseen, after] = score('a?b', plain);
    expect(unseen).toMatchObject({ probability: 0, verdict: 'given', running: Number.NEGATIVE_INFINITY });
    expect(after).toMatchObject({ probability: null, verdict: 'undefined', rank: null });
    expect(after!.perplexity).toBe(Number.POSITIVE_INFINITY);
  });
});

it('the perplexity of an even choice is its size', () => {
  const even = ngramTextModel(uniformModel(4), VOCABULARY, CHARACTERS, { start: false });
  for (const { perplexity, rank } of score('abacab', even)) {
    expect(perplexity).toBeCloseTo(4, 12);
    expect(rank).toBe(1);
  }
});

describe('a network', () => {
  const shape: NextSymbolShape = { spec: DEFAULT_LSTM, vocabulary: 4, hidden: 3, layers: 1 };
  const flat = testNumbers(2, nextSymbolLayout(shape).length);
  const network = recurrentTextModel(shape, flat, VOCABULARY, CHARACTERS);

  it('says nothing of the first token, and does not count it', () => {
    const [first] = score('abc', network);
    expect(first).toMatchObject({ probability: null, verdict: 'silent', running: 0, counted: 0 });
    expect(first!.perplexity).toBeNaN();
  });

  it('has the perplexity of its loss on the others', () => {
    const ids = Int32Array.of(1, 2, 3, 2);
    const targets = Int32Array.of(2, 3, 2, -1);
    const { loss } = evaluateNextSymbol(shape, flat, { ids, targets }, zeroStates(shape, 1));
    const last = score('abcb', network).at(-1)!;
    expect(last).toMatchObject({ counted: 3 });
    expect(last.perplexity).toBeCloseTo(Math.exp(loss), 12);
  });
});

it('of nothing is nothing', () => {
  expect(score('')).toEqual([]);
});

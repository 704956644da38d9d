import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../cells/roles.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { addK } from '../ngram/add-k.ts';
import { countNgrams } from '../ngram/counts.ts';
import { ngramTextModel } from '../ngram/text-model.ts';
import { createRandom, createRandomFromState } from '../random.ts';
import { END_TOKEN, UNKNOWN_TOKEN, vocabularyOf } from '../text/vocabulary.ts';
import { choiceIn, type Draw, drawNext, type GenerateOptions, generate } from './generate.ts';
import { type NextSymbolShape, nextSymbolLayout } from './next-symbol.ts';
import { recurrentTextModel } from './recurrent-text-model.ts';
import { readAll, type TextState } from './text-model.ts';

const PLAIN: GenerateOptions = { temperature: 1, topK: null, topP: 1, unknown: true, stopAtEnd: false };
const VOCABULARY = vocabularyOf([UNKNOWN_TOKEN, ...'abcdefg', END_TOKEN]);
const SIZE = VOCABULARY.tokens.length;
const END = SIZE - 1;
const shape: NextSymbolShape = { spec: DEFAULT_GRU, vocabulary: SIZE, hidden: 6, layers: 2 };
const flat = testNumbers(8, nextSymbolLayout(shape).length, 2);
const model = recurrentTextModel(shape, flat, VOCABULARY, { level: 'character' });

function take(count: number, options = PLAIN, seed = 1): readonly Draw[] {
  return firstOf(generate(model.start(), VOCABULARY, options, createRandom(seed)), count);
}

function firstOf(all: Iterable<Draw>, count: number): readonly Draw[] {
  const found: Draw[] = [];
  for (const drawn of all) {
    found.push(drawn);
    if (found.length === count) break;
  }
  return found;
}

/** χ² of counts against what was to be expected, and its degrees of freedom; Infinity when the impossible was drawn. */
function chiSquare(counts: ArrayLike<number>, expected: Float64Array, draws: number) {
  let [statistic, kinds] = [0, 0];
  expected.forEach((p, token) => {
    if (p > 0) kinds++;
    const wanted = draws * p;
    if (p > 0) statistic += (counts[token]! - wanted) ** 2 / wanted;
    else if (counts[token]! > 0) statistic = Number.POSITIVE_INFINITY;
  });
  return { statistic, freedom: kinds - 1 };
}

/** χ² exceeded once in a thousand (Wilson & Hilferty 1931, within 1 % for these few degrees of freedom). */
const critical = (freedom: number) =>
  freedom * (1 - 2 / (9 * freedom) + 3.0902 * Math.sqrt(2 / (9 * freedom))) ** 3;

const DRAWS = 4000;
function frequencies(state: TextState, options: GenerateOptions, seed: number): Float64Array {
  const random = createRandom(seed);
  const counts = new Float64Array(SIZE);
  for (let i = 0; i < DRAWS; i++) counts[drawNext(state, options, random)!.token]! += 1;
  return counts;
}

describe('many draws come as often as the distribution that is shown', () => {
  const state = readAll(model.start(), [3, 1, 5]);
  const cases: readonly Partial<GenerateOptions>[] = [
    {},
    { temperature: 0.3 },
    { temperature: 2 },
    { topK: 3 },
    { topP: 0.8 },
    { temperature: 1.6, topK: 6, topP: 0.9 },
    { unknown: false, temperature: 1.3 },
  ];

  it.each(cases.map((options, i) => [i + 1, options] as const))('seed %i, %o', (seed, part) => {
    const options = { ...PLAIN, ...part };
    const { offered } = choiceIn(state, options)!;
    const counts = frequencies(state, options, seed);
    const { statistic, freedom } = chiSquare(counts, offered, DRAWS);
    expect(freedom).toBeGreaterThan(0);
    expect(statistic).toBeLessThan(critical(freedom));
    // The test can fail: by one token's place, or by the distribution of the step before.
    const shifted = offered.map((_, token) => offered[(token + 1) % SIZE]!);
    expect(chiSquare(counts, shifted, DRAWS).statistic).toBeGreaterThan(10 * critical(freedom));
    const earlier = choiceIn(readAll(model.start(), [3, 1]), options)!.offered;
    expect(chiSquare(counts, earlier, DRAWS).statistic).toBeGreaterThan(10 * critical(freedom));
  });

  it('has the critical values of the tables', () => {
    // Abramowitz & Stegun, table 26.8, Q = 0.001.
    expect(critical(1)).toBeCloseTo(10.83, 0);
    expect(critical(4)).toBeCloseTo(18.47, 0);
    expect(critical(8)).toBeCloseTo(26.12, 0);
  });
});

it('over a generated text, every token comes as often as its own distributions say', () => {
  // What a count is ahead of the sum of the steps' P is a martingale: its variance is the sum of p(1 − p).
  const draws = take(1000, { ...PLAIN, temperature: 1.4 }, 5);
  const expected = new Float64Array(SIZE);
  const spread = new Float64Array(SIZE);
  const counts = new Float64Array(SIZE);
  for (const { before, options, token } of draws) {
    counts[token]! += 1;
    choiceIn(before, options)!.offered.forEach((p, id) => {
      expected[id]! += p;
      spread[id]! += p * (1 - p);
    });
  }
  counts.forEach((count, id) => {
    expect(Math.abs(count - expected[id]!)).toBeLessThan(4 * Math.sqrt(spread[id]!) + 1e-9);
  });
});

it('reads each token before it draws the next', () => {
  const draws = take(12);
  draws.forEach(({ before }, t) => {
    const again = readAll(
      model.start(),
      draws.slice(0, t).map(({ token }) => token),
    );
    expect(before.probabilities).toEqual(again.probabilities);
  });
});

it('the same seed draws the same text, and goes on from any of its draws', () => {
  const tokens = (draws: readonly Draw[]) => draws.map(({ token }) => token);
  expect(tokens(take(30))).toEqual(tokens(take(30)));
  expect(tokens(take(30))).not.toEqual(tokens(take(30, PLAIN, 2)));
  const [all, tenth] = [take(30), take(30)[9]!];
  const rest = generate(
    tenth.before.read(tenth.token),
    VOCABULARY,
    PLAIN,
    createRandomFromState(tenth.random),
  );
  expect(tokens(firstOf(rest, 20))).toEqual(tokens(all.slice(10)));
});

describe('stops', () => {
  it('at ⟨EOS⟩ when asked, which is then the last token', () => {
    const stopped = take(500, { ...PLAIN, stopAtEnd: true, temperature: 2 });
    expect(stopped.length).toBeLessThan(500);
    expect(stopped.map(({ token }) => token).indexOf(END)).toBe(stopped.length - 1);
    expect(take(500, { ...PLAIN, temperature: 2 })).toHaveLength(500);
  });

  it('where the model says nothing, or nothing that may be drawn', () => {
    const letters = vocabularyOf([UNKNOWN_TOKEN, 'a', 'b']);
    const counts = countNgrams([[1, 2]], { order: 2, vocabulary: 3, start: true });
    const bigrams = ngramTextModel(addK(counts, 0), letters, { level: 'character' }, { start: true });
    const draws = [...generate(bigrams.start(), letters, PLAIN, createRandom(1))];
    expect(draws.map(({ token }) => token)).toEqual([1, 2]);
    const certain: TextState = { probabilities: Float64Array.of(1, 0), read: () => certain };
    expect(drawNext(certain, { ...PLAIN, unknown: false }, createRandom(1))).toBeNull();
  });
});

it('never draws ⟨UNK⟩ where it may not', () => {
  expect(take(300, { ...PLAIN, temperature: 2 }).some(({ token }) => token === 0)).toBe(true);
  expect(take(300, { ...PLAIN, temperature: 2, unknown: false }).some(({ token }) => token === 0)).toBe(
    false,
  );
});

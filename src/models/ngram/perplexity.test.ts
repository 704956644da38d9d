import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { addK } from './add-k.ts';
import { countNgrams } from './counts.ts';
import { kneserNey } from './kneser-ney.ts';
import { uniformModel } from './model.ts';
import { chain, scoreSequences } from './perplexity.ts';

const [A, B, S] = [0, 1, 2];
const start = { start: true };
const counts = countNgrams(
  [
    [A, B],
    [A, A],
  ],
  { order: 2, vocabulary: 2, ...start },
);

it('of an even choice is its size, exactly', () => {
  for (const size of [1, 2, 64, 1000]) {
    const random = createRandom(size);
    const text = Array.from({ length: 50 }, () => random.integer(size));
    expect(scoreSequences(uniformModel(size), [text], start).perplexity).toBeCloseTo(size, 9);
  }
});

describe('the chain rule', () => {
  const model = addK(counts, 1);
  const factors = chain(model, [A, B], start);

  it('multiplies what each token adds, by hand', () => {
    // P(a | start) = 3/4; P(b | a) = 2/4.
    expect(factors.map(({ probability }) => probability)).toEqual([3 / 4, 2 / 4]);
    expect(factors.map(({ context }) => context)).toEqual([[S], [A]]);
  });

  it('adds up to the score', () => {
    const { logProbability, perplexity, tokens } = scoreSequences(model, [[A, B]], start);
    expect(tokens).toBe(2);
    expect(logProbability).toBeCloseTo(Math.log(3 / 8), 14);
    expect(perplexity).toBeCloseTo(Math.sqrt(8 / 3), 14);
    expect(factors.reduce((sum, each) => sum + each.logProbability, 0)).toBeCloseTo(logProbability, 14);
  });

  it('holds where the product itself is out of range', () => {
    const long = Array.from({ length: 5000 }, (_, t) => t % 2);
    const { logProbability, perplexity } = scoreSequences(model, [long], start);
    expect(Math.exp(logProbability)).toBe(0);
    expect(perplexity).toBeGreaterThan(1);
    expect(perplexity).toBeLessThan(4);
  });
});

it('tokens that are given are read, and not foretold', () => {
  // P(b | a) alone: 2/4.
  const score = scoreSequences(addK(counts, 1), [[A, B]], { ...start, given: 1 });
  expect(score.tokens).toBe(1);
  expect(score.perplexity).toBeCloseTo(2, 14);
});

it('is infinite when one token was impossible, and says how many were', () => {
  // "b b": b never began a sentence, and nothing followed b.
  expect(scoreSequences(addK(counts, 0), [[B, B]], start)).toMatchObject({
    impossible: 2,
    perplexity: Number.POSITIVE_INFINITY,
  });
});

it('a longer context foretells a text with memory better, smoothed', () => {
  const random = createRandom(4);
  // The next token is the one before the last, nine times out of ten.
  const text = [0, 1];
  while (text.length < 4000) text.push(random.next() < 0.9 ? text.at(-2)! : random.integer(4));
  const [train, held] = [text.slice(0, 3000), text.slice(3000)];
  const perplexities = [1, 2, 3].map((order) => {
    const model = kneserNey(countNgrams([train], { order, vocabulary: 4, start: false }));
    return scoreSequences(model, [held], { start: false }).perplexity;
  });
  expect(perplexities[2]).toBeLessThan(perplexities[1]! * 0.8);
});

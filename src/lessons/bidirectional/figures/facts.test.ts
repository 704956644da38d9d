import { expect, it } from 'vitest';
import { bestForward, forwardLoss, meanWords, nextChain, roundsLeft } from './facts.ts';

it('says rightly what reading forward can reach: one word of each sentence is a coin toss', () => {
  // Half of the sentences have 7 words or 8, the other half 7.
  expect(meanWords).toBeCloseTo(7.25, 1);
  expect(bestForward).toBeCloseTo(100 * (1 - 0.5 / meanWords), 10);
  expect(forwardLoss).toBeCloseTo(Math.LN2 / meanWords, 10);
});

it('counts a chain of the next layer: n units read their own past and what is handed on', () => {
  expect(nextChain('concat', 8)).toBe(8 * (8 + 16) + 8);
  expect(nextChain('sum', 8)).toBe(8 * (8 + 8) + 8);
});

it('counts rounds: both ways, a whole chain for every layer; forward, one round for every layer', () => {
  expect(roundsLeft('concat', 2, 20)).toBe(40);
  expect(roundsLeft('forward', 2, 20)).toBe(2);
});

import { expect, it } from 'vitest';
import { MOST, treeFacts, WORDS, zipfCounts } from './facts.ts';

const { the, durian, expected, entropy, balanced, tokens } = treeFacts();

it('counts fall as 1/r', () => {
  const counts = zipfCounts(WORDS, MOST);
  expect(counts).toHaveLength(WORDS);
  expect(counts[1]).toBe(MOST / 2);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tokens);
});

it('a word is about as deep as its surprise, −log₂ p', () => {
  expect(Math.abs(the.depth + Math.log2(the.share))).toBeLessThan(1);
  expect(Math.abs(durian.depth + Math.log2(durian.share))).toBeLessThan(1);
});

it('the rule joins the two rarest words first', () => {
  const counts = zipfCounts(WORDS, MOST).sort();
  expect(durian.together).toBe((counts[0] ?? 0) + (counts[1] ?? 0));
});

it('the mean depth is between entropy and entropy + 1, as Shannon and Huffman say, and below the balanced one', () => {
  expect(expected).toBeGreaterThanOrEqual(entropy);
  expect(expected).toBeLessThan(entropy + 1);
  expect([balanced.least, balanced.most]).toEqual([
    Math.floor(Math.log2(WORDS)),
    Math.ceil(Math.log2(WORDS)),
  ]);
  expect(expected).toBeLessThan(balanced.expected);
});

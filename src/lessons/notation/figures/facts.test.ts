import { describe, expect, it } from 'vitest';
import { indexBytes, oneHotBytes, oneHotDistance, parameters, tokenCount } from './facts.ts';

describe('the numbers in the text', () => {
  it('count punctuation marks and ⟨EOS⟩ as tokens', () => {
    expect(tokenCount('Well, Harry said nothing.', true)).toBe(7);
    expect(tokenCount('Well, Harry said nothing.', false)).toBe(6);
  });

  it('give a million tokens of 50,000 numbers 200 GB, and their indices 4 MB', () => {
    expect(oneHotBytes(1e6, 5e4)).toBe(200e9);
    expect(indexBytes(1e6)).toBe(4e6);
  });

  it('put two different words √2 apart, whichever they are', () => {
    expect(oneHotDistance(0, 7, 30)).toBeCloseTo(Math.SQRT2, 12);
    expect(oneHotDistance(3, 4, 30)).toBeCloseTo(Math.SQRT2, 12);
    expect(oneHotDistance(5, 5, 30)).toBe(0);
  });

  it('count nine million parameters against one million', () => {
    expect(parameters('dense', 9)).toBe(9_001_009);
    expect(parameters('recurrent', 9)).toBe(1_010_201);
  });
});

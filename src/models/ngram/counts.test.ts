import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNgrams, type NgramCounts, ROOT } from './counts.ts';

const [A, B, C] = [0, 1, 2];
/** Id of the start mark. */
const S = 3;
const SENTENCES = [
  [A, B],
  [A, B],
  [C, B],
];
const options = { order: 2, vocabulary: 3, start: true };

function countOf(counts: NgramCounts, ...tokens: number[]): number {
  const node = counts.find(tokens);
  return node === null ? 0 : counts.count(node);
}

function continuationsOf(counts: NgramCounts, ...tokens: number[]): number {
  const node = counts.find(tokens);
  return node === null ? 0 : counts.continuations(node);
}

describe('three sentences by hand', () => {
  const counts = countNgrams(SENTENCES, options);

  it('counts how often', () => {
    expect([A, B, C].map((token) => countOf(counts, token))).toEqual([2, 3, 1]);
    expect([
      countOf(counts, S, A),
      countOf(counts, S, C),
      countOf(counts, A, B),
      countOf(counts, C, B),
    ]).toEqual([2, 1, 2, 1]);
    expect([countOf(counts, B, A), countOf(counts, S), counts.tokens]).toEqual([0, 0, 6]);
  });

  it('counts after how many different tokens', () => {
    expect([A, B, C].map((token) => continuationsOf(counts, token))).toEqual([1, 2, 1]);
    expect(counts.totals(ROOT, 'continuations')).toEqual({ total: 4, kinds: 3 });
    expect(counts.totals(ROOT, 'count')).toEqual({ total: 6, kinds: 3 });
  });

  it('counts n-grams, and counts of counts', () => {
    expect([counts.different(1), counts.different(2), counts.different(3)]).toEqual([3, 4, 0]);
    expect([1, 2, 3].map((value) => counts.countOfCounts(2, 'count', value))).toEqual([2, 2, 0]);
    expect([1, 2].map((value) => counts.countOfCounts(1, 'continuations', value))).toEqual([2, 1]);
  });
});

it('of an n-gram that begins with the start mark, the count stands for the continuations', () => {
  const counts = countNgrams(SENTENCES, { ...options, order: 3 });
  expect([continuationsOf(counts, S, A), continuationsOf(counts, S, C)]).toEqual([2, 1]);
  expect([continuationsOf(counts, A, B), continuationsOf(counts, C, B)]).toEqual([1, 1]);
});

it('does not join one sequence to the next', () => {
  const counts = countNgrams([[A, B], [C]], { ...options, start: false });
  expect(countOf(counts, B, C)).toBe(0);
  expect(countOf(counts, S, A)).toBe(0);
});

it('agrees with a count by hand on any text', () => {
  const texts = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 8 }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 4 }), fc.boolean(), (sequences, order, start) => {
      const counts = countNgrams(sequences, { order, vocabulary: 3, start });
      for (const [key, number] of grams(sequences, order, start)) {
        expect(countOf(counts, ...key.split(' ').map(Number))).toBe(number);
      }
      for (let n = 1; n <= order; n++) {
        const seen = [...grams(sequences, order, start).keys()].filter((key) => key.split(' ').length === n);
        expect(counts.different(n)).toBe(seen.length);
      }
    }),
  );
});

/** Every n-gram that ends in a token, as text, with how often it comes. */
function grams(sequences: readonly number[][], order: number, start: boolean): Map<string, number> {
  const found = new Map<string, number>();
  for (const sequence of sequences) {
    const all = start ? [S, ...sequence] : sequence;
    for (let end = start ? 2 : 1; end <= all.length; end++) {
      for (let n = 1; n <= Math.min(order, end); n++) {
        const key = all.slice(end - n, end).join(' ');
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
  }
  return found;
}

it('refuses tokens and orders that there are not', () => {
  expect(() => countNgrams([[0, 3]], options)).toThrow(RangeError);
  expect(() => countNgrams([[-1]], options)).toThrow(RangeError);
  expect(() => countNgrams([], { ...options, order: 0 })).toThrow(RangeError);
});

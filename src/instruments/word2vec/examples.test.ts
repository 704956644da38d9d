import { describe, expect, it } from 'vitest';
import { lookedAt, middleWords, wordsOfMap } from './examples.ts';

const words = Array.from({ length: 100 }, (_, i) => `w${i}`);
/** Zipf's law. */
const counts = Int32Array.from(words, (_, i) => Math.floor(1000 / (i + 1)));
const info = { words, counts };
const asked = { source: 'own', look: '', mapped: '', pairs: '' } as const;

describe('what is looked at', () => {
  it('is as the reader says, known or not', () => {
    const looked = lookedAt({ ...asked, look: 'w1 nobody', pairs: 'w1 w2' }, info);
    expect(looked.listed).toEqual(['w1', 'nobody']);
    expect(looked.pairs).toEqual([{ from: 'w1', to: 'w2', relation: 0 }]);
    expect(wordsOfMap({ ...looked, mapped: ['w9', 'w1'] })).toEqual(['w9', 'w1', 'w2', 'nobody']);
  });

  it('is what the text’s example and its vocabulary have in common', () => {
    const looked = lookedAt(
      { ...asked, source: 'moby-dick' },
      { words: ['the', 'whale', 'sea'], counts: Int32Array.of(9, 5, 2) },
    );
    expect(looked.listed).toEqual(['whale', 'sea']);
    expect(lookedAt({ ...asked, source: 'moby-dick' }, null).listed.length).toBeGreaterThan(2);
  });

  it('is else in the middle of the ranks: behind the words that make up half of the text', () => {
    const found = middleWords(info, 6);
    const before = counts.slice(0, words.indexOf(found[0] ?? '')).reduce((sum, count) => sum + count, 0);
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(found).toHaveLength(6);
    expect(before).toBeLessThanOrEqual(all / 2);
    expect(before + (counts[words.indexOf(found[0] ?? '')] ?? 0)).toBeGreaterThan(all / 2);
    expect(lookedAt(asked, info).listed).toEqual(found);
    expect(middleWords({ words: ['a', 'b'], counts: Int32Array.of(5, 1) }, 6)).toEqual(['a', 'b']);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCorpus, LONGEST_SENTENCE } from './corpus.ts';

it('keeps what is known, in order, in sentences that are not too long', () => {
  const sentence = fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 10 }), (sentences) => {
      const { ids, starts, counts } = createCorpus(sentences, 5);
      const known = sentences.map((one) => one.filter((id) => id >= 0)).filter((one) => one.length > 0);
      const cut = [...starts.slice(0, -1)].map((start, i) => [...ids.slice(start, starts[i + 1])]);
      expect(cut).toEqual(known);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    }),
  );
});

it('cuts a text without ends, and refuses what is no word', () => {
  const { starts } = createCorpus([new Int32Array(2 * LONGEST_SENTENCE + 5)], 1);
  expect([...starts]).toEqual([0, 1000, 2000, 2005]);
  expect(() => createCorpus([[3]], 3)).toThrow(RangeError);
});

import { describe, expect, it } from 'vitest';
import { chainRows, levelTerms, perplexityOf } from './chain.ts';
import { storyModel } from './ngrams.testkit.ts';

describe('a sentence under counts, by hand', () => {
  it('has a factor for every token and its end', async () => {
    const { counted, model } = await storyModel();
    const rows = chainRows(counted, model, 'a b.');
    // Of six sentences the first stands behind no ⟨EOS⟩: three of the other five begin with a. Then all is certain.
    expect(rows.map(({ text }) => text)).toEqual(['a', 'b', '.', '⟨EOS⟩']);
    expect(rows.map(({ probability }) => probability)).toEqual([3 / 5, 1, 1, 1]);
    expect(rows.map(({ count, total }) => `${count}/${total}`)).toEqual(['3/5', '4/4', '6/6', '6/6']);
    expect(rows.at(-1)?.product).toBeCloseTo(3 / 5, 15);
    expect(rows.at(-1)?.sum).toBeCloseTo(Math.log(3 / 5), 15);
    expect(perplexityOf(rows)).toBeCloseTo((5 / 3) ** (1 / 4), 14);
  });

  it('keeps n − 1 tokens of the history', async () => {
    for (const order of [1, 2, 3, 5]) {
      const { counted, model } = await storyModel({ order });
      const rows = chainRows(counted, model, 'a b. c b.');
      rows.forEach(({ history, kept }, t) => {
        expect(history).toHaveLength(t + 1);
        expect(kept).toBe(Math.min(order - 1, t + 1));
      });
    }
  });

  it('is impossible where one pair was never seen, and says 0/0 where the context was not', async () => {
    const { counted, model } = await storyModel({ order: 3 });
    const rows = chainRows(counted, model, 'b a.');
    expect(rows.map(({ probability }) => probability)).toEqual([0, Number.NaN, Number.NaN, Number.NaN]);
    expect(rows.at(-1)?.product).toBe(0);
    expect(rows.at(-1)?.sum).toBe(Number.NEGATIVE_INFINITY);
    expect(perplexityOf(rows)).toBe(Number.POSITIVE_INFINITY);
  });

  it('reads what it does not know as unknown', async () => {
    const { counted, model } = await storyModel();
    expect(chainRows(counted, model, 'a zebra').map(({ known }) => known)).toEqual([true, false, true]);
  });
});

it('the parts of Kneser–Ney add up to the probability, whatever the token', async () => {
  const { counted, model } = await storyModel({ smoothing: 'kneser-ney', order: 3 });
  for (const sentence of ['a b.', 'b c a.', 'zebra']) {
    for (const row of chainRows(counted, model, sentence)) {
      const terms = levelTerms(row, counted.vocabulary.tokens.length);
      expect(terms.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(row.probability, 14);
      expect(terms.at(-1)?.own).toBe(1 / counted.vocabulary.tokens.length);
    }
  }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tokenization, tokenize } from '../text/tokenize.ts';
import { END_TOKEN } from '../text/vocabulary.ts';
import { createCorpus } from './corpus.ts';
import { MOST_WORDS, type ReadTextResult, readText, type WordLimits } from './read-text.ts';
import { isWord } from './text-words.ts';

function read(text: string, options: Partial<Tokenization & WordLimits> = {}): ReadTextResult {
  const work = readText(text, { level: 'word', minCount: 1, words: 1000, ...options });
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function naiveChoice(tokens: readonly string[], { minCount, words }: WordLimits) {
  const counts = new Map<string, number>();
  for (const token of tokens.filter(isWord)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const enough = [...counts].filter(([, count]) => count >= minCount).sort((a, b) => b[1] - a[1]);
  return { chosen: enough.slice(0, words).map(([word]) => word), types: counts.size };
}

function naiveSentences(tokens: readonly string[], chosen: readonly string[]): number[][] {
  const sentences: number[][] = [[]];
  for (const token of tokens) {
    if (token === END_TOKEN) sentences.push([]);
    else sentences.at(-1)?.push(chosen.indexOf(token));
  }
  return sentences;
}

const LINES = 'The whale, the sea.\nThe sea; a ship!\n\nWhale? Whale!\n';

describe('a text as word2vec reads it', () => {
  it('leaves punctuation and rare words out, sorts by count, and ends sentences', () => {
    const result = read(LINES, { ends: 'lines', minCount: 2 });
    // the whale the sea / the sea a ship / whale whale
    expect(result).toEqual({
      ok: true,
      read: {
        words: ['the', 'whale', 'sea'],
        counts: Int32Array.of(3, 3, 2),
        corpus: {
          ids: Int32Array.of(0, 1, 0, 2, 0, 2, 1, 1),
          starts: Int32Array.of(0, 4, 6, 8),
          counts: Int32Array.of(3, 3, 2),
        },
        tokens: 10,
        types: 5,
        kept: 8,
        sentences: 3,
        reduced: null,
      },
    });
  });

  it('reads Chinese by words, and a text without ends as one sentence', () => {
    const result = read('我们学习语言。我们学习！');
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.read.words).toEqual(['我们', '学习', '语言']);
    expect([...result.read.corpus.starts]).toEqual([0, 5]);
  });

  it.each(['lines', 'sentences', undefined] as const)('is what its tokens say, one by one: %s', (ends) => {
    const unit = fc.constantFrom(...'ab c.\n。，é我们', ' ', 'a b');
    const text = fc.string({ unit, maxLength: 200 });
    const limits = fc.record({
      minCount: fc.integer({ min: 1, max: 4 }),
      words: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(
      fc.property(text, limits, (text, limits) => {
        const tokens = tokenize(text, { level: 'word', ...(ends && { ends }) });
        const { chosen, types } = naiveChoice(tokens, limits);
        const corpus = createCorpus(naiveSentences(tokens, chosen), chosen.length);
        const result = read(text, { ...limits, ...(ends && { ends }) });
        expect(result.ok).toBe(chosen.length > 1 && corpus.ids.length > corpus.starts.length - 1);
        if (result.ok) expect(result.read).toMatchObject({ words: chosen, corpus, types });
      }),
    );
  });

  it('keeps no more words than asked for, and says where that was its own limit', () => {
    const many = Array.from({ length: MOST_WORDS + 500 }, (_, i) => `${i} 0`).join(' ');
    const asked = read(many, { words: 3 });
    expect(asked).toMatchObject({ ok: true, read: { words: ['0', '1', '2'], reduced: null } });
    const all = read(many, { words: 1e6 });
    if (!all.ok) throw new Error(all.failure.code);
    expect(all.read.words).toHaveLength(MOST_WORDS);
    expect(all.read.reduced).toEqual({ asked: MOST_WORDS + 500, used: MOST_WORDS });
    expect(all.read.kept).toBe(all.read.counts.reduce((sum, count) => sum + count, 0));
    expect(all.read.tokens - all.read.kept).toBe(500);
  });
});

describe('a text that word vectors cannot be learnt from', () => {
  it.each<[string, string, Partial<Tokenization & WordLimits>, object]>([
    ['nothing', ' \n', {}, { code: 'no-words' }],
    ['marks alone', '?! … —', {}, { code: 'no-words' }],
    ['one word', 'Whale', {}, { code: 'one-word', word: 'whale' }],
    ['one word, again and again', 'whale whale, Whale', {}, { code: 'one-word', word: 'whale' }],
    ['one word that is left', 'whale whale sea', { minCount: 2 }, { code: 'one-word', word: 'whale' }],
    [
      'a min-count above every count',
      'sea whale whale sea a whale',
      { minCount: 9 },
      { code: 'min-count', minCount: 9, word: 'whale', most: 3 },
    ],
    ['words alone in their lines', 'sea\nwhale\nsea\n', { ends: 'lines' }, { code: 'no-pairs' }],
  ])('%s', (_name, text, options, failure) => {
    expect(read(text, options)).toEqual({ ok: false, failure });
  });
});

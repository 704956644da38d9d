import type { EmbeddingCorpus } from '../../../models/word2vec/corpus.ts';

/** How often a word stands within so many words of itself, in one sentence. */
export function selfPairs({ ids, starts }: EmbeddingCorpus, word: number, window: number): number {
  let count = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    let last = Number.NEGATIVE_INFINITY;
    const found: number[] = [];
    for (let i = starts[s]!; i < starts[s + 1]!; i++) {
      if (ids[i] !== word) continue;
      if (i - last <= window) count += found.filter((at) => i - at <= window).length;
      found.push(i);
      last = i;
    }
  }
  return count;
}

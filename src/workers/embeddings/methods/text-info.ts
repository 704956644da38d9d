import type { ReadText } from '../../../models/word2vec/read-text.ts';
import type { EmbeddingInfo } from '../protocol.ts';

/** What the page learns of a text that was read for word vectors; the method adds what it makes of it. */
export function textInfo({
  words,
  counts,
  tokens,
  types,
  kept,
  sentences,
  reduced,
}: ReadText): Omit<EmbeddingInfo, 'steps' | 'parameterCount' | 'guessing'> {
  const notices = reduced ? [{ code: 'words-reduced' as const, ...reduced }] : [];
  return { words, counts, tokens, types, kept, sentences, labels: [], labelCounts: [], notices };
}

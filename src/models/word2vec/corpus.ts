import type { WordParts } from './parts.ts';

/** A text as word2vec reads it: ids of the words of the vocabulary, the others left out, in sentences. */
export interface EmbeddingCorpus {
  readonly ids: Int32Array;
  /** Where each sentence begins, and where the last one ends. */
  readonly starts: Int32Array;
  /** How often each word occurs (V). */
  readonly counts: Int32Array;
  /** What words are made of; absent: every word is itself. */
  readonly parts?: WordParts;
}

/** No sentence is longer: a text without ends is cut into pieces of this many words, as word2vec does. */
export const LONGEST_SENTENCE = 1000;

/**
 * Cuts sentences that are too long, and leaves out what is unknown (ids below 0) and sentences of which nothing is left. Throws
 * a RangeError for an id that is not below `vocabulary`.
 */
export function createCorpus(sentences: Iterable<ArrayLike<number>>, vocabulary: number): EmbeddingCorpus {
  const ids: number[] = [];
  const starts = [0];
  const counts = new Int32Array(vocabulary);
  const end = () => {
    if (ids.length > starts[starts.length - 1]!) starts.push(ids.length);
  };
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.length; i++) {
      const id = sentence[i]!;
      if (id >= vocabulary) throw new RangeError(`word ${i} has the id ${id}; ids are below ${vocabulary}`);
      if (id < 0) continue;
      counts[id]!++;
      ids.push(id);
      if (ids.length - starts[starts.length - 1]! === LONGEST_SENTENCE) end();
    }
    end();
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), counts };
}

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

/** Takes the words of a corpus one by one. */
export interface CorpusWriter {
  /** The next word; an id below 0 is none. */
  push(id: number): void;
  /** The sentence ends here; one of which nothing is left is none. */
  end(): void;
  corpus(): EmbeddingCorpus;
}

/** A writer for at most `length` words with ids below `vocabulary`. */
export function createCorpusWriter(length: number, vocabulary: number): CorpusWriter {
  const ids = new Int32Array(length);
  const counts = new Int32Array(vocabulary);
  const starts = [0];
  let filled = 0;
  let start = 0;
  const end = () => {
    if (filled > start) starts.push(filled);
    start = filled;
  };
  return {
    push(id) {
      if (id < 0) return;
      counts[id]!++;
      ids[filled++] = id;
      if (filled - start === LONGEST_SENTENCE) end();
    },
    end,
    corpus() {
      end();
      return { ids: filled === length ? ids : ids.slice(0, filled), starts: Int32Array.from(starts), counts };
    },
  };
}

/**
 * Cuts sentences that are too long, and leaves out what is unknown (ids below 0) and sentences of which nothing is left. Throws
 * a RangeError for an id that is not below `vocabulary`.
 */
export function createCorpus(sentences: Iterable<ArrayLike<number>>, vocabulary: number): EmbeddingCorpus {
  const all = [...sentences];
  const writer = createCorpusWriter(
    all.reduce((sum, { length }) => sum + length, 0),
    vocabulary,
  );
  for (const sentence of all) {
    for (let i = 0; i < sentence.length; i++) {
      const id = sentence[i]!;
      if (id >= vocabulary) throw new RangeError(`word ${i} has the id ${id}; ids are below ${vocabulary}`);
      writer.push(id);
    }
    writer.end();
  }
  return writer.corpus();
}

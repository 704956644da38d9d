import { maskOfLengths } from '../../models/cells/masks.ts';
import { encode, type Vocabulary } from '../../models/text/vocabulary.ts';
import { PLACES, type TaggedSentence } from './sentences.ts';

/** Sentences side by side, all arrays (T, B) with T = `PLACES`. */
export interface TaggedBatch {
  readonly size: number;
  readonly ids: Int32Array;
  readonly tags: Float64Array;
  /** 0 behind a sentence's end. */
  readonly mask: Uint8Array;
  /** Words in all. */
  readonly words: number;
}

/** Every sentence must fit into the positions. */
export function createBatch(sentences: readonly TaggedSentence[], vocabulary: Vocabulary): TaggedBatch {
  const size = sentences.length;
  const ids = new Int32Array(PLACES * size);
  const tags = new Float64Array(PLACES * size);
  sentences.forEach(({ words, tags: given }, b) => {
    encode(vocabulary, words).forEach((id, t) => {
      ids[t * size + b] = id;
      tags[t * size + b] = given[t] ?? 0;
    });
  });
  const lengths = sentences.map(({ words }) => words.length);
  return {
    size,
    ids,
    tags,
    mask: maskOfLengths(lengths, PLACES),
    words: lengths.reduce((sum, length) => sum + length, 0),
  };
}

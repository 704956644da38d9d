import type { Tokenization } from '../text/tokenize.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** Something that says how probable each token is to come next, with what its numbers mean: an n-gram model or a network. */
export interface TextModel extends Tokenization {
  readonly vocabulary: Vocabulary;
  /** Before anything was read; where texts end in ⟨EOS⟩, after one. */
  start(): TextState;
}

/** Where a model is in a text. Reading makes a new one: any state can be gone on from again. */
export interface TextState {
  /** P of every token to be the next (V); null where the model says nothing before it has read a token. */
  readonly probabilities: Float64Array | null;
  read(token: number): TextState;
}

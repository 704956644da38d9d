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
  /**
   * P of every token to be the next (V), not to be written to; null where the model says nothing: a network before it has
   * read a token, an n-gram model without smoothing after a context that it never saw.
   */
  readonly probabilities: Float64Array | null;
  read(token: number): TextState;
}

/** The state after reading tokens one after another. */
export function readAll(state: TextState, tokens: Iterable<number>): TextState {
  let after = state;
  for (const token of tokens) after = after.read(token);
  return after;
}

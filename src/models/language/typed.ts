import { tokenize } from '../text/tokenize.ts';
import { END_TOKEN, encode, UNKNOWN_ID } from '../text/vocabulary.ts';
import type { TextModel } from './text-model.ts';

/** A token of a text that somebody typed, as the model reads it. */
export interface TypedToken {
  /** As it was typed, up to what the tokenizer changes. */
  readonly text: string;
  /** ⟨UNK⟩'s where the vocabulary lacks it. */
  readonly id: number;
  readonly known: boolean;
}

/** A text that is to go on: ⟨EOS⟩ stands where a line or a sentence in it is complete, and not behind what is still open. */
export function beginningOf(text: string, model: TextModel): readonly TypedToken[] {
  return typed(tokenize(text, model), model);
}

/** A text that is complete: where texts end in ⟨EOS⟩, so does this one. Nothing typed: no tokens. */
export function completeText(text: string, model: TextModel): readonly TypedToken[] {
  const tokens = tokenize(text, model);
  const isOpen = tokens.length > 0 && tokens.at(-1) !== END_TOKEN;
  return typed(isOpen && model.vocabulary.ids.has(END_TOKEN) ? [...tokens, END_TOKEN] : tokens, model);
}

/**
 * What a text begins with when nothing was typed and the model says nothing before it has read a token: a line break if it
 * knows one, else its most frequent token.
 */
export function firstToken({ vocabulary }: TextModel): TypedToken {
  const id = vocabulary.ids.get('\n') ?? (vocabulary.tokens.length > 1 ? 1 : UNKNOWN_ID);
  return { text: vocabulary.tokens[id] ?? '', id, known: id !== UNKNOWN_ID };
}

function typed(tokens: readonly string[], { vocabulary }: TextModel): readonly TypedToken[] {
  const ids = encode(vocabulary, tokens);
  return tokens.map((text, i) => ({ text, id: ids[i]!, known: vocabulary.ids.has(text) }));
}

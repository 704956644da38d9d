import type { Random } from '../random.ts';
import { type Choice, choiceOf } from '../sampling/choice.ts';
import { draw } from '../sampling/draw.ts';
import type { SamplingOptions } from '../sampling/shape.ts';
import { END_TOKEN, UNKNOWN_ID, type Vocabulary } from '../text/vocabulary.ts';
import type { TextState } from './text-model.ts';

export interface GenerateOptions extends SamplingOptions {
  /** Whether ⟨UNK⟩ may be drawn. If not, the other tokens are scaled to sum to 1. */
  readonly unknown: boolean;
  /** Whether ⟨EOS⟩ is the last token. */
  readonly stopAtEnd: boolean;
}

/** One token and all that it was drawn from. */
export interface Draw {
  /** Where the model was before it. */
  readonly before: TextState;
  readonly options: GenerateOptions;
  readonly token: number;
  /** P of the token, as the model says and as it was drawn. */
  readonly said: number;
  readonly offered: number;
  /** The generator after it: what a text goes on with that goes on from here. */
  readonly random: Uint32Array;
}

/** What the model says in a state, and what is drawn from. Null where it says nothing, or nothing that can be drawn. */
export function choiceIn(state: TextState, options: GenerateOptions): Choice | null {
  const said = state.probabilities;
  return said && choiceOf(said, { ...options, excluded: options.unknown ? [] : [UNKNOWN_ID] });
}

/** Draws the next token. Null where there is no choice to draw from. */
export function drawNext(state: TextState, options: GenerateOptions, random: Random): Draw | null {
  const choice = choiceIn(state, options);
  if (choice === null) return null;
  const token = draw(choice.offered, random);
  const [said, offered] = [choice.said[token]!, choice.offered[token]!];
  return { before: state, options, token, said, offered, random: random.state() };
}

/**
 * Token after token, each read before the next is drawn, without end unless ⟨EOS⟩ ends it or there is nothing to draw. One
 * step of the model is done for each token that is asked for, so that whoever asks can rest in between.
 */
export function* generate(
  start: TextState,
  { ids }: Vocabulary,
  options: GenerateOptions,
  random: Random,
): Generator<Draw, void> {
  const end = options.stopAtEnd ? ids.get(END_TOKEN) : undefined;
  for (let drawn = drawNext(start, options, random); drawn !== null; ) {
    yield drawn;
    if (drawn.token === end) return;
    drawn = drawNext(drawn.before.read(drawn.token), options, random);
  }
}

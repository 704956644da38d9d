import { choiceIn, type Draw, drawNext, type GenerateOptions } from '../../models/language/generate.ts';
import type { TextModel, TextState } from '../../models/language/text-model.ts';
import { beginningOf, firstToken, type TypedToken } from '../../models/language/typed.ts';
import { createRandom, createRandomFromState } from '../../models/random.ts';
import { END_TOKEN } from '../../models/text/vocabulary.ts';
import type { SamplingSettings } from './settings.ts';

/** Longest text: every token keeps the state that the model was in. */
export const MOST_TOKENS = 2000;

/** A text that is drawn from one model at one moment of its training, whatever the model has learnt since. */
export interface Sample {
  readonly model: TextModel;
  /** Optimiser steps behind the model; null for one that was counted. */
  readonly step: number | null;
  /** What it was started from. */
  readonly begin: string;
  readonly seed: number;
  readonly beginning: readonly TypedToken[];
  /** The model says nothing before a token, and none was typed: the beginning is a token that stands in. */
  readonly standsIn: boolean;
  /** Tokens of the beginning that were read so far. */
  readonly read: number;
  readonly draws: readonly Draw[];
  /** After all that was read and drawn. */
  readonly state: TextState;
  /** Of the generator, for the next token. */
  readonly random: Uint32Array;
}

/** Why nothing more can be drawn. */
export type Stop = 'end' | 'full' | 'silent' | 'nothing';

/** A text with nothing read or drawn yet. */
export function startSample(
  model: TextModel,
  step: number | null,
  { begin, draws: seed }: Pick<SamplingSettings, 'begin' | 'draws'>,
): Sample {
  const typed = beginningOf(begin, model).slice(0, MOST_TOKENS);
  const state = model.start();
  const standsIn = typed.length === 0 && state.probabilities === null;
  const beginning = standsIn ? [firstToken(model)] : typed;
  const random = createRandom(seed).state();
  return { model, step, begin, seed, beginning, standsIn, read: 0, draws: [], state, random };
}

/** Whether the whole beginning was read. */
export const isReady = ({ read, beginning }: Sample): boolean => read === beginning.length;

/** Reads one token of the beginning. */
export function readOne(sample: Sample): Sample {
  const token = sample.beginning[sample.read];
  return token ? { ...sample, read: sample.read + 1, state: sample.state.read(token.id) } : sample;
}

/** Draws one token; null where there is nothing to draw from, or no room. */
export function drawOne(sample: Sample, options: GenerateOptions): Sample | null {
  if (!isReady(sample) || hasEnded(sample, options) || sample.draws.length >= MOST_TOKENS) return null;
  const drawn = drawNext(sample.state, options, createRandomFromState(sample.random));
  if (drawn === null) return null;
  return {
    ...sample,
    draws: [...sample.draws, drawn],
    state: sample.state.read(drawn.token),
    random: drawn.random,
  };
}

/** Without the last token: drawn again under the same settings, it comes out the same. */
export function takeBack(sample: Sample): Sample {
  const last = sample.draws.at(-1);
  if (!last) return sample;
  const draws = sample.draws.slice(0, -1);
  return {
    ...sample,
    draws,
    state: last.before,
    random: draws.at(-1)?.random ?? createRandom(sample.seed).state(),
  };
}

/** Why nothing more can be drawn; null where something can. */
export function stopOf(sample: Sample, options: GenerateOptions): Stop | null {
  if (hasEnded(sample, options)) return 'end';
  if (sample.draws.length >= MOST_TOKENS) return 'full';
  if (!isReady(sample)) return null;
  if (sample.state.probabilities === null) return 'silent';
  return choiceIn(sample.state, options) === null ? 'nothing' : null;
}

function hasEnded({ draws, model }: Sample, { stopAtEnd }: GenerateOptions): boolean {
  const last = draws.at(-1);
  return stopAtEnd && last !== undefined && last.token === model.vocabulary.ids.get(END_TOKEN);
}

/** Whether what is on show was started from something else than what is set now. A drawn text stays with its model. */
export function isStale(
  sample: Sample,
  model: TextModel,
  { begin, draws }: Pick<SamplingSettings, 'begin' | 'draws'>,
): boolean {
  if (sample.begin !== begin || sample.seed !== draws) return true;
  if (sample.model === model) return false;
  return !haveSameTokens(sample.model, model) || (sample.draws.length === 0 && isReady(sample));
}

function haveSameTokens({ vocabulary: a }: TextModel, { vocabulary: b }: TextModel): boolean {
  if (a.tokens === b.tokens) return true;
  return a.tokens.length === b.tokens.length && a.tokens.every((token, id) => token === b.tokens[id]);
}

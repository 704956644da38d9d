import type { GenerateOptions } from '../../models/language/generate.ts';
import { flag, integer, maybe, real, text } from '../../url/codecs.ts';
import { fallbackState, type Table } from '../../url/fragment.ts';

/** Longest text that a link carries, in bytes of UTF-8. */
const LINK_BYTES = 2048;
/** Most tokens that are drawn at one press of a button. */
export const MOST_DRAWN = 1000;
export const MOST_TOP_K = 100_000;

/** What a link says about how a text is sampled. */
export interface SamplingSettings {
  readonly temperature: number;
  readonly topK: number | null;
  /** 1: nothing is cut. */
  readonly topP: number;
  /** What the text begins with. */
  readonly begin: string;
  /** Of the generator that tokens are drawn by. */
  readonly draws: number;
  /** Tokens drawn at one press of a button. */
  readonly length: number;
  /** Whether ⟨UNK⟩ may be drawn. */
  readonly unknown: boolean;
  /** Whether ⟨EOS⟩ ends the text. */
  readonly stopAtEnd: boolean;
}

export const SAMPLING_TABLE: Table<SamplingSettings> = {
  temperature: { key: 'tau', codec: real(1, 0.1, 2) },
  topK: { key: 'topk', codec: maybe(integer(10, 1, MOST_TOP_K), null) },
  topP: { key: 'topp', codec: real(1, 0.01, 1) },
  begin: { key: 'begin', codec: text('', LINK_BYTES) },
  draws: { key: 'draws', codec: integer(1, 0, 4294967295) },
  length: { key: 'many', codec: integer(200, 1, MOST_DRAWN) },
  unknown: { key: 'unk', codec: flag(true) },
  stopAtEnd: { key: 'eos', codec: flag(false) },
};

export const DEFAULT_SAMPLING: SamplingSettings = fallbackState(SAMPLING_TABLE);

/** How the next token is drawn. */
export function optionsOf({
  temperature,
  topK,
  topP,
  unknown,
  stopAtEnd,
}: SamplingSettings): GenerateOptions {
  return { temperature, topK, topP, unknown, stopAtEnd };
}

/** What a link says about the sentences whose probability is asked. */
export interface ScoreSettings {
  readonly sentence: string;
  /** The second one, beside the first. */
  readonly other: string;
  readonly comparing: boolean;
}

export const SCORE_TABLE: Table<ScoreSettings> = {
  sentence: { key: 'say', codec: text('', LINK_BYTES) },
  other: { key: 'or', codec: text('', LINK_BYTES) },
  comparing: { key: 'both', codec: flag(false) },
};

export const DEFAULT_SCORE: ScoreSettings = fallbackState(SCORE_TABLE);

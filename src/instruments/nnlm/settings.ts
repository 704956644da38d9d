import { integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { BEGINNINGS, SENTENCES } from './sentences.ts';

/** Everything that a link of the figure carries. */
export interface NnlmSettings {
  /** What is learnt, a sentence a line. */
  readonly text: string;
  /** What is to be gone on with. */
  readonly beginning: string;
  /** N. */
  readonly context: number;
  /** D. */
  readonly dimensions: number;
  /** H; 0: no tanh layer. */
  readonly hidden: number;
  readonly seed: number;
}

export const SIZES = {
  context: { least: 1, most: 6 },
  dimensions: { least: 2, most: 16 },
  hidden: { least: 0, most: 32 },
} as const;

/** More different words than these make a drawing of nothing but numbers. */
export const MOST_WORDS = 300;
export const EPOCHS = 100;
export const RATE = 0.1;

export const NNLM_TABLE: Table<NnlmSettings> = {
  text: { key: 'text', codec: text(SENTENCES, 2048) },
  beginning: { key: 'begin', codec: text(BEGINNINGS[0], 400) },
  context: { key: 'N', codec: integer(4, SIZES.context.least, SIZES.context.most) },
  dimensions: { key: 'D', codec: integer(8, SIZES.dimensions.least, SIZES.dimensions.most) },
  hidden: { key: 'H', codec: integer(12, SIZES.hidden.least, SIZES.hidden.most) },
  seed: { key: 'seed', codec: integer(1, 0, 4_294_967_295) },
};

/** Sentences a second at the beginning: slow enough to see it learn. */
export const PACE = '100';

import { choice, flag, integer, text } from '../../../url/codecs.ts';
import type { Table } from '../../../url/fragment.ts';
import { OCCUPATIONS, ONE_PAIR } from './word-lists.ts';

export interface AxisSettings {
  /** Pairs that make the direction. */
  readonly pairs: string;
  readonly words: string;
  /** The words are neutralised. */
  readonly neutral: boolean;
}

export const AXIS_TABLE: Table<AxisSettings> = {
  pairs: { key: 'pairs', codec: text(ONE_PAIR, 300) },
  words: { key: 'words', codec: text(OCCUPATIONS, 600) },
  neutral: { key: 'neutral', codec: flag(false) },
};

export const DIRECTIONS = ['one', 'ten'] as const;
export type DirectionName = (typeof DIRECTIONS)[number];

export interface StepSettings {
  readonly direction: DirectionName;
  /** The word that is neutralised. */
  readonly word: string;
  /** The pair that is equalised. */
  readonly pair: string;
}

export const STEP_TABLE: Table<StepSettings> = {
  direction: { key: 'direction', codec: choice('one', DIRECTIONS) },
  word: { key: 'word', codec: text('nurse', 120) },
  pair: { key: 'pair', codec: text('grandfather grandmother', 240) },
};

export interface LeftSettings {
  readonly direction: DirectionName;
  /** Words of each side. */
  readonly most: number;
}

export const LEFT_TABLE: Table<LeftSettings> = {
  direction: { key: 'direction', codec: choice('one', DIRECTIONS) },
  most: { key: 'most', codec: integer(250, 50, 1000) },
};

/** Words that the test of what is left looks at: the most frequent ones. */
export const LOOKED_AT = 10_000;

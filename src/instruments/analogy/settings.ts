import { type Codec, choice, flag, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const METHODS = ['add', 'multiply'] as const;

/** A question “a is to b as c is to …” and how it is answered. A word of nothing is the example that the set is opened with. */
export interface AnalogySettings {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  /** 3CosAdd or 3CosMul. */
  readonly method: (typeof METHODS)[number];
  /** Words of the question stay out of the answers. */
  readonly exclude: boolean;
  /** Vectors less the mean of all. */
  readonly centred: boolean;
  /** Answers in the list. */
  readonly count: number;
}

const WORD = 120;

/** `exclude`, `centre` and `top` are written as by the panels about vectors: a page with both may share them. */
export const ANALOGY_TABLE: Table<AnalogySettings> = {
  a: { key: 'a', codec: text('', WORD) },
  b: { key: 'b', codec: text('', WORD) },
  c: { key: 'c', codec: text('', WORD) },
  method: { key: 'method', codec: choice('add', METHODS) },
  exclude: { key: 'exclude', codec: flag(true) },
  centred: { key: 'centre', codec: flag(false) },
  count: { key: 'top', codec: integer(8, 3, 50) },
};

export const LISTS = ['english', 'characters', 'own'] as const;

/** How categories of questions are scored. */
export interface ScoreSettings {
  /** Which questions; null: those that suit the set. */
  readonly list: (typeof LISTS)[number] | null;
  readonly method: AnalogySettings['method'];
  readonly centred: boolean;
  /** Candidates: the first so many thousand words; 0: all. */
  readonly thousands: number;
}

const chosen = choice('english', LISTS);

/** A list that the reader has chosen, or none. */
const maybeList: Codec<ScoreSettings['list']> = {
  fallback: null,
  read: (found) => chosen.read(found),
  write: (list) => list ?? '',
  equal: Object.is,
};

export const SCORE_TABLE: Table<ScoreSettings> = {
  list: { key: 'list', codec: maybeList },
  method: { key: 'method', codec: choice('add', METHODS) },
  centred: { key: 'centre', codec: flag(false) },
  thousands: { key: 'among', codec: integer(0, 0, 1000) },
};

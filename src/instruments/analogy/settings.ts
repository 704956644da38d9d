import { BUILT_IN_IDS, type BuiltInId } from '../../store/vectors-state.ts';
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

/** Which of the sets that come with the site a figure of a page shows. */
interface SetChoice {
  readonly set: BuiltInId;
}

const SET_CHOICE: Table<SetChoice> = { set: { key: 'set', codec: choice('glove', BUILT_IN_IDS) } };

export type AnalogyFigureSettings = SetChoice & AnalogySettings;
export const ANALOGY_FIGURE_TABLE: Table<AnalogyFigureSettings> = { ...SET_CHOICE, ...ANALOGY_TABLE };

export type ScoresFigureSettings = SetChoice & ScoreSettings;
export const SCORES_FIGURE_TABLE: Table<ScoresFigureSettings> = { ...SET_CHOICE, ...SCORE_TABLE };

export interface RelationSettings extends SetChoice {
  /** Pairs with commas between them; nothing: the set's first relation. */
  readonly pairs: string;
}
export const RELATION_TABLE: Table<RelationSettings> = {
  ...SET_CHOICE,
  pairs: { key: 'pairs', codec: text('', 700) },
};

import { MAP_TABLE } from '../../../instruments/vector-map/settings.ts';
import { choice, integer, text } from '../../../url/codecs.ts';
import { type Table, withFallbacks } from '../../../url/fragment.ts';
import { FEATURES, GIVEN_WORDS } from './features.ts';

/** What of four features a plane shows: where the words differ most, or two of them. */
export const VIEWS = ['pca', 'royal-gender', 'age-gender', 'royal-food'] as const;

export interface FeatureSettings {
  /** Numbers of the table in tenths; '': as given. */
  readonly values: string;
  readonly view: (typeof VIEWS)[number];
  /** The selected number, counted from 1. */
  readonly row: number;
  readonly column: number;
}

export const FEATURE_TABLE: Table<FeatureSettings> = {
  values: { key: 'table', codec: text('', 300) },
  view: { key: 'view', codec: choice('pca', VIEWS) },
  row: { key: 'row', codec: integer(4, 1, GIVEN_WORDS.length) },
  column: { key: 'column', codec: integer(1, 1, FEATURES.length) },
};

/** Words that are compared. */
const COMPARED = 'king queen man woman apple orange';

export interface LookupSettings {
  readonly words: string;
  /** The word that is looked up, counted from 1. */
  readonly word: number;
  /** Rows that were multiplied and added so far. */
  readonly step: number;
}

export const MOST_ROWS = 10;

export const LOOKUP_TABLE: Table<LookupSettings> = {
  words: { key: 'words', codec: text('the king queen man woman apple orange', 200) },
  word: { key: 'word', codec: integer(3, 1, MOST_ROWS) },
  step: { key: 'step', codec: integer(0, 0, MOST_ROWS) },
};

export interface ApartSettings {
  readonly words: string;
  readonly measure: 'cosine' | 'distance';
}

export const APART_TABLE: Table<ApartSettings> = {
  words: { key: 'words', codec: text(COMPARED, 200) },
  measure: { key: 'by', codec: choice('distance', ['cosine', 'distance']) },
};

export interface NearSettings {
  readonly word: string;
}

export const NEAR_TABLE: Table<NearSettings> = {
  word: { key: 'word', codec: text('frog', 120) },
};

export const WORLD_TABLE = withFallbacks(MAP_TABLE, { first: 1000, colour: 'cluster' });

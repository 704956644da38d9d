import { choice, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import type { ClassifierMethod } from '../../workers/embeddings/protocol.ts';
import { LINK_TEXT_BYTES } from '../texts/settings.ts';

/** Labelled texts that come with the notebook, and the reader's own: in the link, or kept in this browser. */
export const DATA = ['speakers', 'opinions', 'opinions-zh', 'poets', 'own', 'kept'] as const;
export type DataName = (typeof DATA)[number];
export const LOSSES = [
  'softmax',
  'hierarchical',
  'one-vs-all',
] as const satisfies readonly ClassifierMethod['loss'][];
export const MOST_WORD_NGRAMS = 3;
export const SIZES = ['4', '16', '64'] as const;
const SENTENCE_BYTES = 400;

/** What the reader finds in place of their own lines at first. */
const OWN_LINES = `__label__weather rain and wind tonight
__label__weather a cold morning with fog
__label__weather sun in the morning and wind at night
__label__weather no rain before the weekend
__label__weather fog and cold rain
__label__kitchen cut the onions and fry them in oil
__label__kitchen add salt and stir the soup
__label__kitchen bake the bread until it is brown
__label__kitchen fry the fish with salt and oil
__label__kitchen stir the onions into the soup`;

/** Everything about the classifier's figure that a link carries. */
export interface ClassifierSettings {
  readonly data: DataName;
  readonly ownText: string;
  readonly kept: string;
  readonly level: 'word' | 'character';
  readonly loss: ClassifierMethod['loss'];
  /** Longest word n-gram. */
  readonly wordNgrams: number;
  readonly dimensions: (typeof SIZES)[number];
  readonly seed: number;
  /** The two texts that are asked about. */
  readonly one: string;
  readonly other: string;
  /** Whose score is taken apart, and for which label: its number from 1; 0: the most probable one. */
  readonly why: 'one' | 'other';
  readonly label: number;
}

export const CLASSIFIER_TABLE: Table<ClassifierSettings> = {
  data: { key: 'data', codec: choice('speakers', DATA) },
  ownText: { key: 'own', codec: text(OWN_LINES, LINK_TEXT_BYTES) },
  kept: { key: 'kept', codec: text('', 40) },
  level: { key: 'level', codec: choice('word', ['word', 'character']) },
  loss: { key: 'loss', codec: choice('softmax', LOSSES) },
  wordNgrams: { key: 'n', codec: integer(1, 1, MOST_WORD_NGRAMS) },
  dimensions: { key: 'd', codec: choice('16', SIZES) },
  seed: { key: 'seed', codec: integer(1, 0, 2 ** 32 - 1) },
  one: { key: 'a', codec: text('The whale rose slowly out of the dark water.', SENTENCE_BYTES) },
  other: { key: 'b', codec: text('Tonight I ask this Congress to create new jobs.', SENTENCE_BYTES) },
  why: { key: 'why', codec: choice('one', ['one', 'other']) },
  label: { key: 'label', codec: integer(0, 0, 1000) },
};

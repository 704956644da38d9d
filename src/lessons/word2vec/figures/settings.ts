import { pairsTable } from '../../../instruments/pairs/settings.ts';
import {
  PARTS,
  type Part,
  WORD_TEXT_TABLE,
  type WordTextSettings,
} from '../../../instruments/word-texts/settings.ts';
import { type LearningSettings, LIVE_WORD_TABLE } from '../../../instruments/word2vec/settings.ts';
import { choice, integer, text } from '../../../url/codecs.ts';
import { fallbackState, type Table, withFallbacks } from '../../../url/fragment.ts';

/** What the figures with runs of their own have in common with the first one. */
const LEARNING = LIVE_WORD_TABLE;
const BASE: LearningSettings = fallbackState(LEARNING);

export interface VectorsSettings {
  readonly output: 'negative' | 'full' | 'huffman';
  readonly window: number;
  readonly word: string;
  readonly seed: number;
}

/** Dimensions few enough to print all their numbers. */
const SHOWN_DIMENSIONS = 32;

export const VECTORS_TABLE: Table<VectorsSettings> = {
  output: { key: 'out', codec: choice('negative', ['negative', 'full', 'huffman']) },
  window: { key: 'window', codec: integer(1, 1, 10) },
  word: { key: 'word', codec: text('china', 100) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};

export const vectorsLearning = ({ output, window, seed }: VectorsSettings): LearningSettings => ({
  ...BASE,
  output,
  window,
  seed,
  dimensions: SHOWN_DIMENSIONS,
  // Words left out would bring others nearer than the text has them: a word could meet itself after all.
  subsample: 0,
  // All scores for every pair: a few epochs must do.
  epochs: output === 'full' ? 5 : BASE.epochs,
});

export interface VersusSettings {
  readonly output: 'huffman' | 'negative';
  readonly part: Part;
  readonly epochs: number;
  readonly dimensions: number;
  readonly window: number;
  readonly seed: number;
  readonly frequent: string;
  readonly rare: string;
  readonly pairs: string;
}

/** Words that a reader of these speeches would call kin. */
const PAIRS =
  'man woman, he she, his her, father mother, son daughter, first second, two three, three four, four five, cold war, north south, january february, day night, year month, think know, think believe, say tell, buy sell, see hear, iraq afghanistan, russia china, mexico canada, europe asia, iran korea, senate house, democrats republicans, school college, teachers schools, parents children, health medicare, tax taxes, million billion, terrorists terror, nuclear weapons, soldiers troops, homes houses, oil gas';

export const VERSUS_TABLE: Table<VersusSettings> = {
  output: { key: 'out', codec: choice('huffman', ['huffman', 'negative']) },
  part: { key: 'part', codec: choice('all', PARTS) },
  epochs: { key: 'epochs', codec: integer(10, 1, 200) },
  dimensions: { key: 'd', codec: integer(64, 2, 300) },
  window: { key: 'window', codec: integer(3, 1, 20) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  frequent: { key: 'often', codec: text('year', 100) },
  rare: { key: 'seldom', codec: text('russia', 100) },
  pairs: { key: 'pairs', codec: text(PAIRS, 2048) },
};

export const versusLearning = (
  { output, epochs, dimensions, window, seed }: VersusSettings,
  architecture: LearningSettings['architecture'],
): LearningSettings => ({ ...BASE, architecture, output, epochs, dimensions, window, seed });

/** The speeches, or their beginning. */
export const textOf = (part: Part = 'all', minCount: number = 10): WordTextSettings => ({
  ...fallbackState(withFallbacks(WORD_TEXT_TABLE, { source: 'state-of-the-union' })),
  part,
  minCount,
});

/** The text of the first figure, and the window that the question is about. */
export const PAIRS_LESSON_TABLE = pairsTable({
  source: 'state-of-the-union',
  minCount: 10,
  window: 2,
  at: 8,
});

import { choice, integer, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import type { EmbeddingConfig, EmbeddingText } from '../../workers/embeddings/protocol.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';
import { LONGEST, wordOf } from './settings.ts';

/** Everything about the live run of word vectors with n-grams that a link carries. */
export interface UnseenSettings extends WordTextSettings {
  /** What a vector is made of: of n-grams, or as in word2vec of the word alone. */
  readonly made: 'ngrams' | 'words';
  readonly shortest: number;
  readonly longest: number;
  readonly seed: number;
  /** The word that is looked up. */
  readonly word: string;
  /** Pairs that are compared: words parted by spaces, pairs by commas. */
  readonly pairs: string;
}

const WORD_BYTES = 120;
const PAIRS_BYTES = 400;

export const UNSEEN_TABLE: Table<UnseenSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { source: 'state-of-the-union', minCount: 5 }),
  made: { key: 'made', codec: choice('ngrams', ['ngrams', 'words']) },
  shortest: { key: 'least', codec: integer(3, 1, LONGEST) },
  longest: { key: 'longest', codec: integer(6, 1, LONGEST) },
  seed: { key: 'seed', codec: integer(1, 0, 2 ** 32 - 1) },
  word: { key: 'word', codec: text('presidentially', WORD_BYTES) },
  pairs: {
    key: 'pairs',
    codec: text(
      'president presidnet, nation national, nation vegetation, nation country, war peace',
      PAIRS_BYTES,
    ),
  },
};

/** Rows that n-grams share, d, and epochs: some seconds on a laptop. */
export const ROWS = 20_000;
const DIMENSIONS = 32;
const EPOCHS = 20;
/** η: fastText's and word2vec's own. */
const RATES = { ngrams: 0.05, words: 0.025 } as const;

export const ngramOptions = ({ shortest, longest }: Pick<UnseenSettings, 'shortest' | 'longest'>) => ({
  minN: shortest,
  maxN: Math.max(shortest, longest),
  bucket: ROWS,
});

/** Skip-gram with five negatives, as fastText has it by default. */
export function unseenConfig(settings: UnseenSettings, source: EmbeddingText): EmbeddingConfig {
  return {
    source,
    method: {
      kind: 'word2vec',
      architecture: 'skip-gram',
      output: { kind: 'negative', negatives: 5, exponent: 0.75 },
      window: 5,
      shrink: true,
      subsample: 1e-3,
      corrected: false,
      batched: false,
      ngrams: settings.made === 'ngrams' ? ngramOptions(settings) : null,
      epochs: EPOCHS,
    },
    dimensions: DIMENSIONS,
    learningRate: RATES[settings.made],
    seed: settings.seed,
  };
}

/** Pairs of words as they are typed. */
export function pairsOf(typed: string): readonly (readonly [string, string])[] {
  return typed.split(/[,，;；\n]/u).flatMap((pair) => {
    const [one, other] = pair.trim().split(/\s+/u);
    return one && other ? [[wordOf(one), wordOf(other)] as const] : [];
  });
}

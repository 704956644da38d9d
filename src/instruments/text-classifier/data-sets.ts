import { loadCorpus } from '../../store/corpora.ts';
import type { EmbeddingConfig } from '../../workers/embeddings/protocol.ts';
import { KITCHENS, opinionLines } from './opinions.ts';
import { poetLines } from './poets.ts';
import type { ClassifierSettings, DataName } from './settings.ts';

/** Labelled texts, and how they are learnt. */
export interface DataSet {
  readonly level: ClassifierSettings['level'];
  readonly epochs: number;
  /** Two texts to ask about. */
  readonly pair: Pick<ClassifierSettings, 'one' | 'other'>;
  readonly load: (() => Promise<string>) | null;
}

const OWN_PAIR = { one: 'rain tonight', other: 'fry the bread' } as const;

export const DATA_SETS: Readonly<Record<DataName, DataSet>> = {
  speakers: {
    level: 'word',
    epochs: 10,
    pair: {
      one: 'The whale rose slowly out of the dark water.',
      other: 'Tonight I ask this Congress to create new jobs.',
    },
    load: () => loadCorpus('speakers'),
  },
  opinions: {
    level: 'word',
    epochs: 10,
    pair: { one: 'The soup was good.', other: 'The soup was not good.' },
    load: () => Promise.resolve(opinionLines(KITCHENS.en).join('\n')),
  },
  'opinions-zh': {
    level: 'character',
    epochs: 10,
    pair: { one: '这汤很好吃。', other: '这汤不好吃。' },
    load: () => Promise.resolve(opinionLines(KITCHENS.zh).join('\n')),
  },
  poets: {
    level: 'character',
    epochs: 10,
    pair: { one: '大江东去，浪淘尽，千古风流人物。', other: '执手相看泪眼，竟无语凝噎。' },
    load: async () => poetLines(await loadCorpus('song-ci')).join('\n'),
  },
  own: { level: 'word', epochs: 25, pair: OWN_PAIR, load: null },
  kept: { level: 'word', epochs: 10, pair: OWN_PAIR, load: null },
};

/** η, rows of word n-grams, and the share of lines that is held out: the same for all. */
export const LEARNING_RATE = 0.5;
export const BUCKET = 20_000;
export const HELD_OUT = 0.1;
const MOST_WORDS = 50_000;

/** A run's config; `text` in fastText's format. */
export function classifierConfig(
  { data, level, loss, wordNgrams, dimensions, seed }: ClassifierSettings,
  text: string,
): EmbeddingConfig {
  return {
    source: { text, level, minCount: 1, words: MOST_WORDS },
    method: {
      kind: 'classifier',
      loss,
      wordNgrams,
      bucket: BUCKET,
      epochs: DATA_SETS[data].epochs,
      heldOut: HELD_OUT,
    },
    dimensions: Number(dimensions),
    learningRate: LEARNING_RATE,
    seed,
  };
}

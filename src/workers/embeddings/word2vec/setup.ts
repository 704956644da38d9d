import { type BucketOptions, ngramRows } from '../../../models/fasttext/subwords.ts';
import type { EmbeddingCorpus } from '../../../models/word2vec/corpus.ts';
import { partsOf } from '../../../models/word2vec/parts.ts';
import type { Word2vecSpec, Word2vecState } from '../../../models/word2vec/trainer.ts';
import type { SavedNumbers } from '../method.ts';
import { savedGenerator, savedNumber, savedSections } from '../saved.ts';

/** What a run of word2vec is about, on any tier. */
export interface Word2vecSetup {
  readonly words: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly corpus: EmbeddingCorpus;
  readonly spec: Word2vecSpec;
  /** Words are made of these n-grams; null: of themselves. */
  readonly ngrams: BucketOptions | null;
  /** Rows of both layers. */
  readonly inputs: number;
  readonly outputs: number;
}

/** Rows whose mean is a word's vector, whether or not the vocabulary has it; empty where there are none. */
export function rowsOfWord({ words, ids, corpus, ngrams }: Word2vecSetup, word: string): ArrayLike<number> {
  const id = ids.get(word);
  if (id === undefined) return ngrams ? ngramRows(word, words.length, ngrams) : [];
  return corpus.parts ? partsOf(corpus.parts, id) : [id];
}

/** What word2vec says about itself in a checkpoint. */
export interface Word2vecFacts {
  readonly sentences: number;
  readonly read: number;
  readonly generator: readonly number[];
  readonly meter: readonly number[];
}

/** The state that a checkpoint kept. Throws `RunError` when it is another run's. */
export function savedState({ spec, inputs, outputs }: Word2vecSetup, saved: SavedNumbers): Word2vecState {
  const [input, output] = savedSections(saved, [inputs * spec.dimensions, outputs * spec.dimensions]);
  return {
    input: input!,
    output: output!,
    words: savedGenerator(saved),
    sentences: savedNumber(saved, 'sentences'),
    read: savedNumber(saved, 'read'),
  };
}

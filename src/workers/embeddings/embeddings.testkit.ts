import { readEmbeddingCheckpoint, textHashOf, writeEmbeddingCheckpoint } from './checkpoint.ts';
import { clampConfig } from './limits.ts';
import type { EmbeddingStart, MethodRun, SavedNumbers } from './method.ts';
import { loadMethod } from './methods/registry.ts';
import type { EmbeddingConfig, Word2vecMethod } from './protocol.ts';

const TEXT =
  'the cat sat on the mat. the dog sat on the log. a cat and a dog met on the mat. the log was wet. a dog ran. ';

export const WORD2VEC: Word2vecMethod = {
  kind: 'word2vec',
  architecture: 'skip-gram',
  output: { kind: 'hierarchical', tree: 'huffman' },
  window: 2,
  shrink: true,
  subsample: 0,
  corrected: true,
  batched: false,
  ngrams: null,
  epochs: 6,
};

/** A run that is over in milliseconds. */
export const WORDS_CONFIG: EmbeddingConfig = {
  source: { text: TEXT.repeat(2), level: 'word', ends: 'sentences', minCount: 1, words: 100 },
  method: WORD2VEC,
  dimensions: 6,
  learningRate: 0.1,
  seed: 7,
};

export const withMethod = (method: Partial<Word2vecMethod>, base = WORDS_CONFIG): EmbeddingConfig => ({
  ...base,
  method: { ...WORD2VEC, ...method },
});

/** The method's own part of a run, prepared as the worker prepares it. */
export async function prepareRun(config: EmbeddingConfig): Promise<MethodRun> {
  const { config: within } = clampConfig(config);
  const work = (await loadMethod(within.method.kind)).prepare(within);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    if (!value.ok) throw new Error(value.failure.code);
    return value.run;
  }
}

/** Where a trainer of this config begins; time stands still, so that a step takes as many as it may. */
export function startOf(config: EmbeddingConfig, checkpoint: Uint8Array | null = null): EmbeddingStart {
  const textHash = textHashOf(config);
  return {
    saved: checkpoint && savedIn(checkpoint),
    now: () => 0,
    write: (tier, state) => writeEmbeddingCheckpoint({ tier, config, textHash }, state),
  };
}

function savedIn(bytes: Uint8Array): SavedNumbers {
  const read = readEmbeddingCheckpoint(bytes);
  if (!read.ok) throw new Error(read.fault);
  return read.value.saved;
}

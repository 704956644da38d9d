import type { Random } from '../../models/random.ts';
import { createNoise } from '../../models/softmax/noise.ts';
import { createCorpus, type EmbeddingCorpus } from '../../models/word2vec/corpus.ts';

/** Counts of V words by Zipf's law, the r-th being 1/r as frequent as the first; the last one occurs ten times. */
export function zipfCounts(vocabulary: number): Int32Array {
  return Int32Array.from({ length: vocabulary }, (_, rank) => Math.ceil((10 * vocabulary) / (rank + 1)));
}

const SENTENCE = 8;

/** Sentences of words drawn as often as `counts` says, whose counts are those, not what happens to be drawn. */
export function drawnText(counts: Int32Array, sentences: number, random: Random): EmbeddingCorpus {
  const noise = createNoise(counts, 1);
  const drawn = Array.from({ length: sentences }, () =>
    Int32Array.from({ length: SENTENCE }, () => noise.draw(random)),
  );
  return { ...createCorpus(drawn, counts.length), counts };
}

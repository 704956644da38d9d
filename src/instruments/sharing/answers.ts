import type { PositionValue } from '../../components/diagrams/PositionBars.tsx';
import { predictDense, rowMoved } from './dense-tagger.ts';
import { DENSE, RECURRENT, type Snapshot } from './learning.ts';
import { predictRecurrent } from './recurrent-tagger.ts';
import { PLACES, readSentence, VOCABULARY } from './sentences.ts';
import { createBatch } from './tagged-batch.ts';

/** Words that are drawn; a longer sentence is cut, and the figure says so. */
export const MOST_WORDS = 24;

/** What both nets answer at every position, and how far training moved what the dense net uses there. */
export function answer(sentence: string, first: Snapshot, now: Snapshot): readonly PositionValue[] {
  const { words, ids } = readSentence(sentence);
  const shown = words.slice(0, MOST_WORDS);
  const within = { words: words.slice(0, PLACES), tags: [] };
  const dense = predictDense(DENSE, now.dense, createBatch([within], VOCABULARY));
  const shared = predictRecurrent(RECURRENT, now.recurrent, ids.subarray(0, shown.length));
  return shown.map((word, t) => ({
    word,
    dense: t < PLACES ? (dense[t] ?? null) : null,
    moved: t < PLACES ? rowMoved(DENSE, first.dense, now.dense, t, ids[t] ?? 0) : null,
    shared: shared[t] ?? Number.NaN,
  }));
}

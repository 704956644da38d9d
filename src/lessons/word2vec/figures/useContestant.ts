import { type RefObject, useMemo } from 'react';
import { useEmbeddingRun } from '../../../instruments/embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../../../instruments/embeddings/useEmbeddingState.ts';
import type { WordPair } from '../../../instruments/word-map/words.ts';
import type { WordTextState } from '../../../instruments/word-texts/useWordText.ts';
import type { LearningSettings } from '../../../instruments/word2vec/settings.ts';
import { useLearningConfig } from '../../../instruments/word2vec/useLive.ts';
import { useVectors } from '../../../instruments/word2vec/useVectors.ts';
import type { EmbeddingRun, EmbeddingRunState } from '../../../store/embedding-state.ts';
import { type Scores, scorePairs } from './pairScore.ts';
import { type Measured, useMeasured } from './useMeasured.ts';

/** One of the two ways of learning, as it runs. */
export interface Contestant {
  readonly way: LearningSettings['architecture'];
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  readonly measured: Measured;
  /** Null until there are vectors. */
  readonly scores: Scores | null;
}

interface Asked {
  readonly text: WordTextState;
  readonly words: readonly string[];
  readonly pairs: readonly WordPair[];
}

const NEIGHBOURS = 5;

export function useContestant(
  frame: RefObject<HTMLElement | null>,
  learning: LearningSettings,
  { text, words, pairs }: Asked,
): Contestant {
  const config = useLearningConfig(learning, text);
  const watch = useMemo(() => ({ neighbours: { words, count: NEIGHBOURS } }), [words]);
  const run = useEmbeddingRun(frame, config, { autoplay: true, watch });
  const state = useEmbeddingState(run);
  const held = useVectors(run, state);
  const scores = useMemo(
    () => held && scorePairs(pairs, { words: held.words, counts: held.counts, table: held.tables.input }),
    [held, pairs],
  );
  return { way: learning.architecture, run, state, measured: useMeasured(state), scores };
}

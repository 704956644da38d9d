import { type RefObject, useEffect, useMemo } from 'react';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingConfig, EmbeddingWatch } from '../../workers/embeddings/protocol.ts';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { useWordText, type WordTextState } from '../word-texts/useWordText.ts';
import { type Looked, lookedAt, wordsOfMap } from './examples.ts';
import { configOf, LEARNING_TABLE, type LearningSettings, type LiveWordSettings } from './settings.ts';

/** Neighbours of a list. */
export const NEIGHBOURS = 5;

/** A live run with its text, and what is looked at in it. */
export interface Live {
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  readonly text: WordTextState;
  readonly looked: Looked;
  /** Words of the map, and their vectors in the newest frame. */
  readonly words: readonly string[];
  readonly vectors: readonly (Float64Array | null)[];
}

/** Whether two settings ask for the same numbers, given the same text. */
export const learningKey = (settings: LearningSettings): string =>
  JSON.stringify(Object.keys(LEARNING_TABLE).map((field) => settings[field as keyof LearningSettings]));

/** The config of the settings on a text, for as long as neither changes; null while there is no text. */
export function useLearningConfig(settings: LearningSettings, text: WordTextState): EmbeddingConfig | null {
  const key = learningKey(settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the settings and the text.
  return useMemo(() => text.text && configOf(settings, text.text), [key, text.key]);
}

const sameWords = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a !== undefined && a.length === b.length && a.every((word, i) => word === b[i]);

const NO_VECTORS: readonly null[] = [];

/** Trains as the settings say as soon as the frame is seen, and watches the words that they name. */
export function useLive(
  frame: RefObject<HTMLElement | null>,
  settings: LiveWordSettings,
  options: { readonly persistKey?: string | undefined },
): Live {
  const text = useWordText(settings);
  const config = useLearningConfig(settings, text);
  const { persistKey } = options;
  const run = useEmbeddingRun(frame, config, {
    autoplay: true,
    ...(persistKey === undefined ? {} : { persistKey }),
  });
  const state = useEmbeddingState(run);
  const info = state?.info ?? null;
  const { source, look, mapped, pairs } = settings;
  const looked = useMemo(
    () => lookedAt({ source, look, mapped, pairs }, info),
    [source, look, mapped, pairs, info],
  );
  const words = useMemo(() => wordsOfMap(looked), [looked]);
  const watch = useMemo(
    (): EmbeddingWatch => ({
      neighbours: { words: looked.listed, count: NEIGHBOURS },
      input: words,
    }),
    [looked, words],
  );
  useEffect(() => run?.watch(watch), [run, watch]);
  const view = state?.frame?.view;
  // Vectors come without names: those of an older wish are not shown under the words of this one.
  const vectors = view && sameWords(view.watch?.input, words) ? view.input : NO_VECTORS;
  return { run, state, text, looked, words, vectors };
}

import { type RefObject, useMemo } from 'react';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingWatch, Nearest, PartVectors } from '../../workers/embeddings/protocol.ts';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { usePublish } from '../live/usePublished.ts';
import { useWordText, type WordTextState } from '../word-texts/useWordText.ts';
import { runningWords } from './running.ts';
import { wordOf } from './settings.ts';
import { pairsOf, type UnseenSettings, unseenConfig } from './unseen-settings.ts';

const NEIGHBOURS = 8;

/** The live run, and what it says of the word that is typed. */
export interface Unseen {
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  readonly text: WordTextState;
  readonly word: string;
  /** Null until the run has answered for this word. */
  readonly answer: {
    readonly nearest: Nearest;
    readonly parts: PartVectors | null;
  } | null;
  readonly pairs: readonly { readonly words: readonly [string, string]; readonly vectors: PairVectors }[];
}
export type PairVectors = readonly [Float64Array | null, Float64Array | null];

function useRun(
  frame: RefObject<HTMLElement | null>,
  settings: UnseenSettings,
  text: WordTextState,
  watch: EmbeddingWatch,
) {
  const { made, shortest, longest, seed } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the settings, these decide what is learnt; the key stands for the text.
  const config = useMemo(
    () => text.text && unseenConfig(settings, text.text),
    [text.key, made, shortest, longest, seed],
  );
  const run = useEmbeddingRun(frame, config, { autoplay: true, watch });
  return { run, state: useEmbeddingState(run) };
}

/** Trains, and asks about the word and the pairs that the settings name; other figures of the page count in its words. */
export function useUnseen(frame: RefObject<HTMLElement | null>, settings: UnseenSettings): Unseen {
  const text = useWordText(settings);
  const word = wordOf(settings.word);
  const asked = useMemo(() => pairsOf(settings.pairs), [settings.pairs]);
  const watch = useMemo(
    () => ({
      neighbours: { words: [word], count: NEIGHBOURS },
      input: asked.flat(),
      parts: [word],
    }),
    [word, asked],
  );
  const { run, state } = useRun(frame, settings, text, watch);
  const words = text.read?.words ?? null;
  usePublish(
    runningWords,
    useMemo(() => words && { words }, [words]),
  );
  const view = state?.frame?.view;
  const [nearest] = view?.neighbours ?? [];
  const isOfWord = nearest?.word === word;
  const isOfPairs = view?.watch?.input?.join(' ') === watch.input.join(' ');
  const vector = (i: number) => (isOfPairs ? (view?.input[i] ?? null) : null);
  return {
    run,
    state,
    text,
    word,
    answer: isOfWord && nearest ? { nearest, parts: view?.parts?.[0] ?? null } : null,
    pairs: asked.map((words, i) => ({ words, vectors: [vector(2 * i), vector(2 * i + 1)] })),
  };
}

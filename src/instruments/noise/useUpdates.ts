import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { createRandom } from '../../models/random.ts';
import { drawFrom } from '../../models/word2vec/draws.ts';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingInfo, EmbeddingWatch } from '../../workers/embeddings/protocol.ts';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { spellWord } from '../word-map/words.ts';
import { useWordText, type WordTextState } from '../word-texts/useWordText.ts';
import { useLearningConfig } from '../word2vec/useLive.ts';
import { createNoiseTable } from './draws.ts';
import { type PairUpdate, pairUpdate, withoutTarget } from './updates.ts';
import type { UpdatesSettings } from './updates-settings.ts';

/** The pair on show with its noise words. */
export interface Pair {
  readonly input: number;
  /** The target, then the noise words as they were drawn, those that are the target left out. */
  readonly ids: readonly number[];
  /** Noise words that were the target. */
  readonly passed: number;
}

export interface Updates {
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  readonly text: WordTextState;
  readonly pair: Pair | null;
  /** Under the vectors of the newest frame; null while they are on their way. */
  readonly now: PairUpdate | null;
  /** As it was before this pair was last learnt by hand; null when it was not since it is on show. */
  readonly before: PairUpdate | null;
  /** How often it was. */
  readonly learnt: number;
  learn(): void;
}

/** The words of the settings, and noise drawn for them as the trainer draws; null where the vocabulary lacks one. */
export function pairOf(
  { words, counts }: Pick<EmbeddingInfo, 'words' | 'counts'>,
  { from, to, noise, exponent, seed, draw }: UpdatesSettings,
): Pair | null {
  const idOf = (word: string) => words.indexOf(spellWord(word));
  const [input, target] = [idOf(from), idOf(to)];
  if (input < 0 || target < 0) return null;
  const table = createNoiseTable(counts, exponent);
  const state = createRandom(seed + 1000 * draw).state();
  const drawn = Array.from({ length: noise }, () => drawFrom(state, table));
  const { negatives, passed } = withoutTarget(drawn, target);
  return { input, ids: [target, ...negatives], passed };
}

const sameList = <T>(a: readonly T[] | undefined, b: readonly T[]): boolean =>
  a !== undefined && a.length === b.length && a.every((value, i) => value === b[i]);

/** What the frame says of the pair; null when it answers an older question. */
function updateOf(state: EmbeddingRunState | null, watch: EmbeddingWatch, pair: Pair | null) {
  const view = state?.frame?.view;
  if (!pair || !view || !sameList(view.watch?.input, watch.input ?? [])) return null;
  if (!sameList(view.watch?.output, watch.output ?? [])) return null;
  const [hidden] = view.input;
  if (!hidden || view.output.length !== pair.ids.length) return null;
  return pairUpdate(pair.ids, { hidden, outputs: view.output });
}

/** A running skip-gram with negative sampling, and one pair of words in it. */
export function useUpdates(
  frame: RefObject<HTMLElement | null>,
  settings: UpdatesSettings,
  persistKey: string | null,
): Updates {
  const text = useWordText(settings);
  const config = useLearningConfig(settings, text);
  const run = useEmbeddingRun(frame, config, { autoplay: true, persistKey });
  const state = useEmbeddingState(run);
  const info = state?.info ?? null;
  const { from, to, noise, exponent, seed, draw, step } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the settings, these alone choose the pair.
  const pair = useMemo(() => info && pairOf(info, settings), [info, from, to, noise, exponent, seed, draw]);
  const watch = useMemo(
    (): EmbeddingWatch => (pair && info ? { input: [info.words[pair.input] ?? ''], output: pair.ids } : {}),
    [pair, info],
  );
  useEffect(() => run?.watch(watch), [run, watch]);
  const now = useMemo(() => updateOf(state, watch, pair), [state, watch, pair]);
  const [learnt, setLearnt] = useState<{
    readonly pair: Pair;
    readonly before: PairUpdate;
    readonly count: number;
  } | null>(null);
  const learn = useCallback(() => {
    if (!run || !info || !pair || !now) return;
    run.pause();
    const [target = 0, ...negatives] = pair.ids;
    setLearnt((last) => ({ pair, before: now, count: last?.pair === pair ? last.count + 1 : 1 }));
    run.learn([info.words[pair.input] ?? ''], info.words[target] ?? '', Number(step), negatives);
  }, [run, info, pair, now, step]);
  const isSame = learnt !== null && learnt.pair === pair && state?.phase !== 'playing';
  return {
    run,
    state,
    text,
    pair,
    now,
    before: isSame ? learnt.before : null,
    learnt: isSame ? learnt.count : 0,
    learn,
  };
}

import { type RefObject, useEffect, useMemo } from 'react';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingConfig, EmbeddingWatch } from '../../workers/embeddings/protocol.ts';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { useWordText, type WordTextState } from '../word-texts/useWordText.ts';
import { lookedAt } from '../word2vec/examples.ts';
import { type GloveSettings, gloveConfig } from './glove-settings.ts';

export interface GloveLive {
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  readonly text: WordTextState;
  /** Words whose neighbours are listed. */
  readonly listed: readonly string[];
}

/** Cells on the plot. */
const CELLS = 400;
const NEIGHBOURS = 6;
/** Words listed until the reader says otherwise, where those of word2vec's figures tell less. */
const LOOK: Partial<Record<GloveSettings['source'], string>> = {
  'state-of-the-union': 'health school jobs year women iraq',
};

/** The config for as long as nothing that it depends on changes; null while there is no text. */
function useConfig(settings: GloveSettings, text: WordTextState): EmbeddingConfig | null {
  const { window, logMost, power, dimensions, rate, epochs, seed } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the text.
  return useMemo(
    () => text.text && gloveConfig({ window, logMost, power, dimensions, rate, epochs, seed }, text.text),
    [text.key, window, logMost, power, dimensions, rate, epochs, seed],
  );
}

/** GloVe as the settings have it, from when the frame is first seen. */
export function useGlove(
  frame: RefObject<HTMLElement | null>,
  settings: GloveSettings,
  persistKey: string | null,
): GloveLive {
  const text = useWordText(settings);
  const config = useConfig(settings, text);
  const run = useEmbeddingRun(frame, config, { autoplay: true, persistKey });
  const state = useEmbeddingState(run);
  const info = state?.info ?? null;
  const { source, look } = settings;
  const { listed } = useMemo(
    () => lookedAt({ source, look: look || (LOOK[source] ?? ''), mapped: '', pairs: '' }, info),
    [source, look, info],
  );
  const watch = useMemo(
    (): EmbeddingWatch => ({ neighbours: { words: listed, count: NEIGHBOURS }, cells: CELLS }),
    [listed],
  );
  useEffect(() => run?.watch(watch), [run, watch]);
  return { run, state, text, listed };
}

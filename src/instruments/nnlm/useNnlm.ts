import { type RefObject, useEffect, useMemo } from 'react';
import { type NnlmShape, readContext, startOf } from '../../models/nnlm/network.ts';
import { tokenizeWords } from '../../models/text/tokenize.ts';
import { isWord } from '../../models/word2vec/text-words.ts';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingConfig } from '../../workers/embeddings/protocol.ts';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { type Reading, timesSeen } from './arithmetic.ts';
import { EPOCHS, MOST_WORDS, type NnlmSettings, PACE, RATE } from './settings.ts';

/** The run that the settings ask for. */
export function nnlmConfig({ text, context, dimensions, hidden, seed }: NnlmSettings): EmbeddingConfig {
  return {
    source: { text, level: 'word', ends: 'lines', minCount: 1, words: MOST_WORDS },
    method: { kind: 'nnlm', context, hidden, epochs: EPOCHS },
    dimensions,
    learningRate: RATE,
    seed,
  };
}

const wordsOf = (text: string): readonly string[] => tokenizeWords(text).filter(isWord);

/** A word that is read: id of its row, and whether that is its own. */
export interface ReadWord {
  readonly text: string | null;
  readonly id: number;
  readonly known: boolean;
}

/** What the network makes of a beginning, all of one frame. */
export interface NnlmShown {
  readonly words: readonly string[];
  readonly reading: Reading;
  /** N, the nearest last; `text` is null before the beginning begins. */
  readonly read: readonly ReadWord[];
  /** How often the words that are read stand in the text one behind the other. */
  readonly seen: number;
  readonly step: number;
}

/** The words that are read of a beginning, under a vocabulary. */
export function readWords(
  beginning: string,
  words: readonly string[],
  shape: NnlmShape,
): readonly ReadWord[] {
  const given = wordsOf(beginning);
  return Array.from({ length: shape.context }, (_, i) => {
    const text = given[given.length - shape.context + i] ?? null;
    const id = text === null ? -1 : words.indexOf(text);
    return { text, id: id < 0 ? startOf(shape) : id, known: text === null || id >= 0 };
  });
}

/** The frame's own network reads the beginning here: every number shown comes from the same parameters. */
export function shownOf(state: EmbeddingRunState | null, settings: NnlmSettings): NnlmShown | null {
  const parameters = state?.frame?.view.network;
  const { info, config } = state ?? {};
  if (!parameters || !info || !state?.frame || config?.method.kind !== 'nnlm') return null;
  const { words } = info;
  const { context, hidden } = config.method;
  const shape = { vocabulary: words.length, dimensions: config.dimensions, context, hidden };
  if (parameters.vectors.length !== (shape.vocabulary + 1) * shape.dimensions) return null;
  const read = readWords(settings.beginning, words, shape);
  const trace = readContext(
    shape,
    parameters,
    Int32Array.from(read, ({ id }) => id),
  );
  const there = read.flatMap(({ text }) => (text === null ? [] : [text]));
  const lines = config.source.text.split('\n').map(wordsOf);
  const seen = timesSeen(lines, there);
  return { words, reading: { shape, parameters, trace }, read, seen, step: state.frame.stats.step };
}

const WATCH = { network: true } as const;

/** Trains at a pace that can be followed as soon as it is seen, and again whenever the settings change. */
export function useNnlm(
  frame: RefObject<HTMLElement | null>,
  settings: NnlmSettings,
): {
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  readonly shown: NnlmShown | null;
} {
  const { text, context, dimensions, hidden, seed } = settings;
  const config = useMemo(
    () => nnlmConfig({ text, context, dimensions, hidden, seed, beginning: '' }),
    [text, context, dimensions, hidden, seed],
  );
  const run = useEmbeddingRun(frame, config, { watch: WATCH });
  const state = useEmbeddingState(run);
  // Another config goes on as this one was played.
  useEffect(() => run?.play(Number(PACE)), [run]);
  const shown = useMemo(() => shownOf(state, settings), [state, settings]);
  return { run, state, shown };
}

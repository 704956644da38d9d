import { type RefObject, useMemo, useState } from 'react';
import { useEmbeddingRun } from '../../instruments/embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../../instruments/embeddings/useEmbeddingState.ts';
import { useSmallRunTier } from '../../instruments/runs/useSmallRunTier.ts';
import {
  predictByTree,
  readTreeModel,
  type TreeModel,
  type TreeModelFault,
} from '../../instruments/softmax-tree/tree-model.ts';
import { pathNodes } from '../../instruments/tree-walk/path.ts';
import { runKey, type WalkSettings, walkConfig } from '../../instruments/tree-walk/settings.ts';
import { type TreeWalk, useTreeWalk } from '../../instruments/tree-walk/useTreeWalk.ts';
import { type Forest, pairOf, placeOf, type Walk } from '../../instruments/tree-walk/view.ts';
import type { WordTextState } from '../../instruments/word-texts/useWordText.ts';

/** A model that was opened from a file. */
export interface FileModel {
  readonly name: string;
  readonly model: TreeModel;
}

export interface Refusal {
  readonly name: string;
  readonly fault: TreeModelFault;
}

/** The model of a file, or why it is none. */
export function useFileModel() {
  const [file, setFile] = useState<FileModel | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    file,
    refusal,
    close: () => setFile(null),
    dismiss: () => setRefusal(null),
    async open(chosen: File) {
      const read = readTreeModel(new Uint8Array(await chosen.arrayBuffer()));
      if (read.ok) setFile({ name: chosen.name, model: read.model });
      setRefusal(read.ok ? null : { name: chosen.name, fault: read.fault });
    },
  };
}
export type FileModelState = ReturnType<typeof useFileModel>;

/** A run on the settings' text, and the walk on it; neither while `trains` is off. */
export function useTrained(
  frame: RefObject<HTMLElement | null>,
  trains: boolean,
  settings: WalkSettings,
  words: WordTextState,
) {
  const key = trains && words.key !== null ? runKey(settings, words.key) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the settings that matter.
  const config = useMemo(
    () => (key === null || !words.text ? null : walkConfig(settings, words.text)),
    [key],
  );
  const tier = useSmallRunTier();
  const run = useEmbeddingRun(frame, config, { autoplay: true, tier });
  const state = useEmbeddingState(run);
  const walking = useTreeWalk(run, state, settings);
  return { run, state, walking };
}
export type Trained = ReturnType<typeof useTrained>;

/** A file's words as a run tells of its own; it was not told of the text. */
function infoOf({ words, counts, input, nodes }: TreeModel): Forest['info'] {
  const kept = Array.from(counts).reduce((sum, count) => sum + count, 0);
  return {
    words,
    counts: Int32Array.from(counts),
    tokens: kept,
    types: words.length,
    kept,
    sentences: 0,
    steps: 0,
    parameterCount: input.length + nodes.length,
    guessing: Number.POSITIVE_INFINITY,
    labels: [],
    labelCounts: [],
    notices: [],
  };
}

/** The walk on the model of a file, which nothing moves. */
export function useFileWalk(file: FileModel | null, settings: WalkSettings): TreeWalk | null {
  const { context, target } = settings;
  const model = file?.model ?? null;
  const forest = useMemo((): Forest | null => {
    if (!model) return null;
    return { info: infoOf(model), tree: model.tree, pair: pairOf(model.words, { context, target }) };
  }, [model, context, target]);
  const walk = useMemo(() => (model && forest ? walkOf(model, forest) : null), [model, forest]);
  if (!forest || !walk || !model) return null;
  const open = settings.open === 0 ? 0 : placeOf(settings.open, forest.tree, forest.pair.target);
  const node = walk.path[open - 1]?.node;
  return {
    forest,
    walk,
    at: placeOf(settings.at, forest.tree, forest.pair.target),
    open,
    moved: new Map(),
    lastMoved: null,
    vector: node === undefined ? undefined : rowOf(model, node),
    learning: { log: [], press: () => {} },
  };
}

const rowOf = ({ nodes, dimensions }: TreeModel, node: number): Float64Array =>
  Float64Array.from({ length: dimensions }, (_, j) => nodes[node * dimensions + j] ?? 0);

function walkOf(model: TreeModel, { pair }: Forest): Walk {
  const prediction = predictByTree(model, pair);
  const logProbabilities = prediction.logProbabilities ?? new Float64Array(0);
  const probabilities = logProbabilities.map(Math.exp);
  return {
    prediction,
    path: pathNodes(prediction.steps, prediction.hidden),
    probability: Math.exp(prediction.logProbability),
    probabilities,
    sum: probabilities.reduce((sum, p) => sum + p, 0),
    logProbabilities,
  };
}

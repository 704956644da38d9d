import { useEffect, useMemo } from 'react';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingWatch, Moved } from '../../workers/embeddings/protocol.ts';
import type { WalkSettings } from './settings.ts';
import { type Learning, useLearning } from './useLearning.ts';
import { type Forest, pairOf, placeOf, treeOf, type Walk, walkOf } from './view.ts';

/** Everything that the panels of the walk show. */
export interface TreeWalk {
  /** Null until the text is read. */
  readonly forest: Forest | null;
  /** Null until a frame shows the chosen pair. */
  readonly walk: Walk | null;
  /** Nodes walked, 1 … depth. */
  readonly at: number;
  /** Step whose numbers are open, from 1; 0: none. */
  readonly open: number;
  /** Inner nodes that the last step moved, and how far. */
  readonly moved: ReadonlyMap<number, number>;
  /** The step that moved them; null: none yet. */
  readonly lastMoved: Moved | null;
  /** v of the open node; absent until a frame brings it. */
  readonly vector: Float64Array | undefined;
  readonly learning: Learning;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

function useForest(state: EmbeddingRunState | null, settings: WalkSettings): Forest | null {
  const info = state?.info ?? null;
  const method = state?.config.method;
  const kind =
    method?.kind === 'word2vec' && method.output.kind === 'hierarchical' ? method.output.tree : settings.tree;
  const { context, target } = settings;
  const tree = useMemo(() => info && treeOf(kind, info.counts), [info, kind]);
  return useMemo(
    () => info && tree && { info, tree, pair: pairOf(info.words, { context, target }) },
    [info, tree, context, target],
  );
}

/** What the frames are asked for: the walk, all leaves, what moved, and the open node's vector. */
function watchOf(forest: Forest, open: number): EmbeddingWatch {
  const { info, tree, pair } = forest;
  const node = tree.nodes[(tree.starts[pair.target] ?? 0) + open - 1];
  return {
    prediction: {
      inputs: [info.words[pair.context] ?? ''],
      target: info.words[pair.target] ?? '',
      all: true,
    },
    moved: true,
    output: open > 0 && node !== undefined ? [node] : [],
  };
}

/** The nodes that moved, and how far; the same map for as long as frames tell of the same step. */
function useMovement(moved: Moved | null): ReadonlyMap<number, number> {
  const key = moved && `${moved.step} ${moved.isExample} ${moved.distances.join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: frames bring copies; the key stands for what they say.
  return useMemo(
    () => (moved ? new Map(Array.from(moved.rows, (row, i) => [row, moved.distances[i] ?? 0])) : NOTHING),
    [key],
  );
}

/** The walk on a run: the tree of its vocabulary, and the chosen pair under the vectors of its newest frame. */
export function useTreeWalk(
  run: EmbeddingRun | null,
  state: EmbeddingRunState | null,
  settings: WalkSettings,
): TreeWalk {
  const forest = useForest(state, settings);
  const depth = forest ? placeOf(settings.open, forest.tree, forest.pair.target) : 0;
  const open = settings.open === 0 ? 0 : depth;
  const watch = useMemo(() => forest && watchOf(forest, open), [forest, open]);
  useEffect(() => {
    if (watch) run?.watch(watch);
  }, [run, watch]);
  const view = state?.frame?.view ?? null;
  const walk = useMemo(() => forest && walkOf(view, forest.pair), [view, forest]);
  const rows = view?.moved ?? null;
  const moved = useMovement(rows);
  const learning = useLearning({
    run,
    pair: forest?.pair ?? null,
    words: forest?.info.words ?? [],
    probability: walk?.probability ?? null,
    playing: state?.frame?.playing ?? false,
    rate: settings.rate,
  });
  return {
    forest,
    walk,
    at: forest ? placeOf(settings.at, forest.tree, forest.pair.target) : 1,
    open,
    moved,
    lastMoved: rows,
    vector: view?.output[0],
    learning,
  };
}

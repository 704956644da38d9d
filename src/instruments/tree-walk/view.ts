import { huffmanTree } from '../../models/softmax/huffman.ts';
import { balancedTree, depthOf, type SoftmaxTree } from '../../models/softmax/tree.ts';
import type { EmbeddingInfo, EmbeddingView, Prediction } from '../../workers/embeddings/protocol.ts';
import { type PathNode, pathNodes } from './path.ts';
import type { WalkSettings } from './settings.ts';

/** The tree that the worker trains: made here again from the same counts. */
export function treeOf(kind: WalkSettings['tree'], counts: Int32Array): SoftmaxTree {
  return kind === 'huffman' ? huffmanTree(counts) : balancedTree(counts.length);
}

/** The two words of the walk, by id. */
export interface WalkPair {
  readonly context: number;
  readonly target: number;
}

/** Places by frequency, from 0: neither the most frequent words, which say little, nor rare ones. */
export const STAND_INS = { context: 20, target: 40 } as const;

/** What the settings' words are in this vocabulary; a word that it lacks gives way to a frequent one. */
export function pairOf(
  words: readonly string[],
  settings: Pick<WalkSettings, 'context' | 'target'>,
): WalkPair {
  const find = (word: string, otherwise: number) => {
    const id = words.indexOf(word);
    return id < 0 ? Math.min(otherwise, words.length - 1) : id;
  };
  return {
    context: find(settings.context, STAND_INS.context),
    target: find(settings.target, STAND_INS.target),
  };
}

/** The walk under the vectors of one frame. */
export interface Walk {
  readonly prediction: Prediction;
  /** From the root to the node above the target. */
  readonly path: readonly PathNode[];
  /** P(target | context), by its logarithm. */
  readonly probability: number;
  /** P of every leaf (V), and their sum, added up one by one. */
  readonly probabilities: Float64Array;
  readonly sum: number;
  readonly logProbabilities: Float64Array;
}

/** The walk that a frame shows; null while it shows another pair's, or none. */
export function walkOf(view: EmbeddingView | null, pair: WalkPair): Walk | null {
  const prediction = view?.prediction;
  const logs = prediction?.logProbabilities;
  if (!prediction || !logs) return null;
  if (prediction.target !== pair.target || prediction.inputs[0] !== pair.context) return null;
  const probabilities = logs.map(Math.exp);
  return {
    prediction,
    path: pathNodes(prediction.steps, prediction.hidden),
    probability: Math.exp(prediction.logProbability),
    probabilities,
    sum: probabilities.reduce((sum, p) => sum + p, 0),
    logProbabilities: logs,
  };
}

/** How many nodes of the path are shown, 1 … depth: what the settings say, as far as the path goes. */
export const placeOf = (at: number, tree: SoftmaxTree, leaf: number): number =>
  Math.min(Math.max(1, at), depthOf(tree, leaf));

/** Words, counts and tree of a run. */
export interface Forest {
  readonly info: EmbeddingInfo;
  readonly tree: SoftmaxTree;
  readonly pair: WalkPair;
}

import { logSoftmax } from '../../../models/softmax/full.ts';
import {
  leafLogProbabilities,
  logSigmoid,
  type TreeStep,
  walkTree,
} from '../../../models/softmax/hierarchical.ts';
import { depthOf, type SoftmaxTree } from '../../../models/softmax/tree.ts';
import { scoresOf } from '../../../models/word2vec/example.ts';
import type { OutputSpec } from '../../../models/word2vec/trainer.ts';
import type { Prediction } from '../protocol.ts';
import { gather, type Layer, tight } from './layer.ts';

type Found = Pick<Prediction, 'logProbability' | 'steps' | 'logProbabilities'>;

/** How a class is foretold from h (d) by the output layer of word2vec; all classes where `all` asks for them. */
export function predict(
  layer: Layer,
  spec: OutputSpec,
  hidden: Float64Array,
  target: number,
  all: boolean,
): Found {
  switch (spec.kind) {
    case 'full': {
      const scores = scoresOf(tight(layer), hidden);
      const logs = logSoftmax(scores, scores.length);
      return { logProbability: logs[target]!, steps: [], logProbabilities: all ? logs : null };
    }
    case 'hierarchical': {
      const { tree } = spec;
      const steps = walk(layer, tree, hidden, target);
      const logProbability = steps.reduce(
        (sum, { bit, score }) => sum + logSigmoid(bit === 0 ? score : -score),
        0,
      );
      const logProbabilities = all ? leafLogProbabilities({ tree, vectors: tight(layer), hidden }) : null;
      return { logProbability, steps, logProbabilities };
    }
    case 'negative': {
      const own = scoresOf(gather(layer, [target]), hidden)[0]!;
      const logs = all ? scoresOf(tight(layer), hidden).map(logSigmoid) : null;
      return { logProbability: logSigmoid(own), steps: [], logProbabilities: logs };
    }
  }
}

/** `walkTree` with the vectors of one path alone: a layer in 32 bits is not copied whole for a few nodes. */
function walk(layer: Layer, tree: SoftmaxTree, hidden: Float64Array, leaf: number): readonly TreeStep[] {
  const [start, depth] = [tree.starts[leaf]!, depthOf(tree, leaf)];
  const nodes = tree.nodes.subarray(start, start + depth);
  const path: SoftmaxTree = {
    ...tree,
    starts: Int32Array.of(0, depth),
    nodes: nodes.map((_, i) => i),
    bits: tree.bits.subarray(start, start + depth),
  };
  const steps = walkTree({ tree: path, vectors: gather(layer, nodes), hidden }, 0);
  return steps.map((step, i) => ({ ...step, node: nodes[i]! }));
}

import { hiddenOf } from '../word2vec/example.ts';
import type { Classifier } from './classifier.ts';

/** Where a label's score comes from. */
export interface Explanation {
  /** Score of each label (L): u·h; with a tree, what its path's turns get, ±v·h each, added up. */
  readonly scores: Float64Array;
  /** (rows, L): what each row of the text adds to it. A column sums to the score. */
  readonly shares: Float64Array;
}

/**
 * A text's h is a mean, and scores are linear in h: so a score is a sum over the text's rows, 1/n of what each row alone would get.
 */
export function explainText(model: Classifier, rows: ArrayLike<number>, labels: number): Explanation {
  const { input, dimensions: d } = model;
  const hidden = hiddenOf(input, rows, d);
  const shares = new Float64Array(rows.length * labels);
  const scores = new Float64Array(labels);
  for (let label = 0; label < labels; label++) {
    const towards = towardsLabel(model, label);
    for (let j = 0; j < d; j++) scores[label]! += towards[j]! * hidden[j]!;
    for (let i = 0; i < rows.length; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += towards[j]! * input[rows[i]! * d + j]!;
      shares[i * labels + label] = sum / rows.length;
    }
  }
  return { scores, shares };
}

/** What h is held against for a label (d): its own vector, or its path's, each with the sign of the turn. */
function towardsLabel({ output, dimensions: d, layer }: Classifier, label: number): Float64Array {
  if (layer.kind !== 'hierarchical') return output.subarray(label * d, (label + 1) * d);
  const { starts, nodes, bits } = layer.tree;
  const sum = new Float64Array(d);
  for (let i = starts[label]!; i < starts[label + 1]!; i++) {
    for (let j = 0; j < d; j++) sum[j]! += (1 - 2 * bits[i]!) * output[nodes[i]! * d + j]!;
  }
  return sum;
}

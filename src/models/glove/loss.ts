import type { Cooccurrences } from './cooccurrence.ts';
import { cellWeight, type Weighting } from './weighting.ts';

/** What GloVe learns. Vectors are (V, d) row-major, biases (V); a word's vector is in the end w + w̃. */
export interface GloveParameters {
  readonly words: Float64Array;
  readonly contexts: Float64Array;
  readonly wordBias: Float64Array;
  readonly contextBias: Float64Array;
}

/** w_i·w̃_j + b_i + b̃_j − ln X_ij: how far a cell is off. */
export function cellError(
  { words, contexts, wordBias, contextBias }: GloveParameters,
  row: number,
  column: number,
  count: number,
): number {
  const d = words.length / wordBias.length;
  let sum = wordBias[row]! + contextBias[column]! - Math.log(count);
  for (let j = 0; j < d; j++) sum += words[row * d + j]! * contexts[column * d + j]!;
  return sum;
}

/** J = Σ f(X_ij) (w_i·w̃_j + b_i + b̃_j − ln X_ij)² over the cells that are not 0 (Pennington et al. 2014, equation 8). */
export function gloveLoss(parameters: GloveParameters, counts: Cooccurrences, weighting: Weighting): number {
  return counts.values.reduce((sum, count, i) => {
    const error = cellError(parameters, counts.rows[i]!, counts.columns[i]!, count);
    return sum + cellWeight(count, weighting) * error * error;
  }, 0);
}

/** The gradient of one cell's part of J, added to `gradients`. Returns that part. */
export function addCellGradients(
  parameters: GloveParameters,
  cell: { readonly row: number; readonly column: number; readonly count: number },
  weighting: Weighting,
  gradients: GloveParameters,
): number {
  const { row, column, count } = cell;
  const { words, contexts, wordBias } = parameters;
  const d = words.length / wordBias.length;
  const error = cellError(parameters, row, column, count);
  const weight = cellWeight(count, weighting);
  const slope = 2 * weight * error;
  for (let j = 0; j < d; j++) {
    gradients.words[row * d + j]! += slope * contexts[column * d + j]!;
    gradients.contexts[column * d + j]! += slope * words[row * d + j]!;
  }
  gradients.wordBias[row]! += slope;
  gradients.contextBias[column]! += slope;
  return weight * error * error;
}

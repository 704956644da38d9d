import {
  addProduct,
  addProductBack,
  addProductWeights,
  addRowSums,
  type Columns,
  fillRows,
} from '../cells/products.ts';
import { countTargets, crossEntropy, crossEntropyGradient, logSumExp, NO_TARGET } from '../dense/losses.ts';

/** The read-out ŷ = softmax(W_ya a + b_y) over all V tokens: its cost grows with V, which the trees avoid. */
export interface SoftmaxHead {
  /** W_ya, shape (n_a, V), row-major: row = the hidden unit, column = the token. */
  readonly weights: Float64Array;
  /** b_y, shape (V). */
  readonly bias: Float64Array;
}

/** What a head says about a batch. */
export interface HeadLoss {
  /** Mean cross-entropy per target, nats; 0 when nothing was asked. */
  readonly loss: number;
  /** Rows whose most probable class is their target. */
  readonly right: number;
}

/** Rows whose logits are worked on at a time, so that they stay in the cache between one product and the next. */
const ROWS = 16;

/** p = exp(z) / Σ exp(z) of each row of logits (N, V), stable for any finite logits. */
export function softmax(logits: Float64Array, classes: number): Float64Array {
  return logSoftmax(logits, classes).map(Math.exp);
}

/** ln p of each row of logits (N, V): never ln 0, however unlikely a token is. */
export function logSoftmax(logits: Float64Array, classes: number): Float64Array {
  const result = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    const normaliser = logSumExp(logits, start, classes);
    for (let v = 0; v < classes; v++) result[start + v] = logits[start + v]! - normaliser;
  }
  return result;
}

/** z = W_ya a + b_y for hidden states (N, n_a): logits (N, V). */
export function headLogits(head: SoftmaxHead, hidden: Float64Array, rows: number): Float64Array {
  const logits = new Float64Array(rows * head.bias.length);
  fillLogits(head, hidden, 0, rows, logits);
  return logits;
}

/** Mean cross-entropy (nats) of the rows that have a target; 0 when none has. Hidden states (N, n_a), targets (N). */
export function headLoss(head: SoftmaxHead, hidden: Float64Array, targets: Int32Array): HeadLoss {
  const classes = head.bias.length;
  let [sum, right] = [0, 0];
  forEachChunk(classes, targets, (first, part, logits) => {
    fillLogits(head, hidden, first, part.length, logits);
    right += countRight(logits, part, classes);
    sum += crossEntropy(logits, part, classes);
  });
  return { loss: sum / Math.max(1, countTargets(targets)), right };
}

/**
 * `headLoss` and its gradients: added to `gradients` for the head; for the hidden states, added to `hiddenGradients`
 * (N, n_a). Logits are never kept for more than a few rows.
 */
export function headLossAndGradients(
  head: SoftmaxHead,
  hidden: Float64Array,
  targets: Int32Array,
  gradients: SoftmaxHead,
  hiddenGradients: Float64Array,
): HeadLoss {
  const classes = head.bias.length;
  const count = Math.max(1, countTargets(targets));
  const into = columns(gradients);
  const from = columns(head);
  let [sum, right] = [0, 0];
  forEachChunk(classes, targets, (first, part, logits) => {
    const start = first * from.rows;
    fillLogits(head, hidden, first, part.length, logits);
    right += countRight(logits, part, classes);
    sum += crossEntropyGradient(logits, part, classes, 1 / count);
    addRowSums(gradients.bias, 0, logits, 0, classes, part.length);
    addProductWeights(into, hidden, start, logits, 0, part.length);
    addProductBack(hiddenGradients, start, logits, 0, from, part.length);
  });
  return { loss: sum / count, right };
}

/** Rows with a target that no class beats; of equals the first counts. */
function countRight(logits: Float64Array, targets: Int32Array, classes: number): number {
  let right = 0;
  for (const [row, target] of targets.entries()) {
    if (target !== NO_TARGET && largestOf(logits, row * classes, classes) === target) right++;
  }
  return right;
}

function largestOf(logits: Float64Array, start: number, classes: number): number {
  let best = 0;
  for (let v = 1; v < classes; v++) if (logits[start + v]! > logits[start + best]!) best = v;
  return best;
}

/** The whole matrix as one block of columns. */
function columns({ weights, bias }: SoftmaxHead): Columns {
  const count = bias.length;
  return { values: weights, rows: weights.length / count, stride: count, first: 0, count };
}

/** Logits of rows `first … first + rows`, written from the start of `logits`. */
function fillLogits(
  head: SoftmaxHead,
  hidden: Float64Array,
  first: number,
  rows: number,
  logits: Float64Array,
): void {
  const matrix = columns(head);
  fillRows(logits, 0, head.bias, 0, matrix.count, rows);
  addProduct(logits, 0, hidden, first * matrix.rows, matrix, rows);
}

/** Visits the rows that have a target in small runs. Runs without any target are left out: their gradient is zero. */
function forEachChunk(
  classes: number,
  targets: Int32Array,
  visit: (first: number, part: Int32Array, logits: Float64Array) => void,
): void {
  const logits = new Float64Array(Math.min(ROWS, targets.length) * classes);
  for (let first = 0; first < targets.length; first += ROWS) {
    const part = targets.subarray(first, Math.min(first + ROWS, targets.length));
    if (countTargets(part) > 0) visit(first, part, logits);
  }
}

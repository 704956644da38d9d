import { exponentials, logarithm, rowMaximum } from './head';
import { packColumns, packTransposed } from './pack';
import { PANEL, product, transposedProduct } from './products';
import { splat } from './vector';

/* Full softmax over many examples at a time: what matrix products make of it. A module of its own. */

/** Classes whose rows are changed at a time: their gradients stay in the second cache. */
const CHUNK: i32 = 256;

/**
 * Learns `n` examples (n × width) and their targets from the values before any of them: output (classes × width) and `back`,
 * the step that each example's own vector should take. `width` is a multiple of 8; `logits` holds n × columns numbers,
 * `packed` columns × width, columns being classes rounded up to 8. Returns Σ of the losses, nats.
 */
export function learnBatch(
  hidden: usize,
  n: i32,
  output: usize,
  classes: i32,
  width: i32,
  targets: usize,
  rate: f32,
  packed: usize,
  logits: usize,
  back: usize,
  scratch: usize,
): f64 {
  const columns = (classes + PANEL - 1) & ~(PANEL - 1);
  const stride = width << 2;
  const logitStride = columns << 2;
  packTransposed(output, stride, classes, 1, width, width, packed, 0, columns / PANEL);
  product(hidden, stride, packed, logits, logitStride, n, columns, width, false);
  let loss: f64 = 0;
  for (let i = 0; i < n; i++) {
    loss += errors(logits + i * logitStride, classes, load<i32>(targets + (i << 2)), rate);
  }
  packColumns(output, stride, classes, width, width, packed, 0, width / PANEL);
  product(logits, logitStride, packed, back, stride, n, width, classes, false);
  for (let first = 0; first < classes; first += CHUNK) {
    const count = min(CHUNK, classes - first);
    const from = logits + (first << 2);
    transposedProduct(n, from, logitStride, count, hidden, stride, width, output + first * stride, stride, scratch, true);
  }
  return loss;
}

/** Scores of one example become η(y − p). Returns its loss. */
function errors(row: usize, classes: i32, target: i32, rate: f32): f64 {
  const largest = rowMaximum(row, classes);
  const score = load<f32>(row + (target << 2));
  const total = exponentials(row, classes, largest);
  const factor = splat(<f32>(-(<f64>rate) / total));
  for (let c = 0; c < classes; c += 4) {
    const at = row + (c << 2);
    v128.store(at, f32x4.mul(v128.load(at), factor));
  }
  const at = row + (target << 2);
  store<f32>(at, load<f32>(at) + rate);
  return <f64>largest - <f64>score + logarithm(total);
}

/** Target of a row that has no say in the loss: a step whose output nobody asked about. */
export const NO_TARGET = -1;

/**
 * ln Σ exp(z) over one row of logits, stable for any finite logits: the largest is taken out first, so that no
 * exponential overflows and the sum is at least 1.
 */
export function logSumExp(logits: Float64Array, start: number, classes: number): number {
  const largest = rowMaximum(logits, start, classes);
  let sum = 0;
  for (let v = 0; v < classes; v++) sum += Math.exp(logits[start + v]! - largest);
  return largest + Math.log(sum);
}

/**
 * Cross-entropy −ln p(target) in nats, summed over the rows of logits (N, V) that have a target; p = softmax(z).
 * Divide by `countTargets` for the mean per token.
 */
export function crossEntropy(logits: Float64Array, targets: Int32Array, classes: number): number {
  let sum = 0;
  for (let row = 0; row < targets.length; row++) {
    const target = targets[row]!;
    if (target === NO_TARGET) continue;
    sum += logSumExp(logits, row * classes, classes) - logits[row * classes + target]!;
  }
  return sum;
}

/**
 * The derivative of `crossEntropy`: overwrites the logits with ∂L/∂z = scale · (p − y), y one-hot, 0 for rows without a
 * target. `scale` = 1/count makes it the derivative of the mean. Returns the (unscaled) sum, since p is at hand.
 */
export function crossEntropyGradient(
  logits: Float64Array,
  targets: Int32Array,
  classes: number,
  scale: number,
): number {
  let sum = 0;
  for (let row = 0; row < targets.length; row++) {
    const start = row * classes;
    const target = targets[row]!;
    if (target === NO_TARGET) {
      logits.fill(0, start, start + classes);
      continue;
    }
    const largest = rowMaximum(logits, start, classes);
    const targetLogit = logits[start + target]!;
    // Exponentials are the cost of a large vocabulary: each is taken once, and divided by their sum afterwards.
    let total = 0;
    for (let v = start; v < start + classes; v++) {
      const exponential = Math.exp(logits[v]! - largest);
      logits[v] = exponential;
      total += exponential;
    }
    sum += largest + Math.log(total) - targetLogit;
    for (let v = start; v < start + classes; v++) logits[v]! *= scale / total;
    logits[start + target]! -= scale;
  }
  return sum;
}

/** Rows that have a say in the loss. */
export function countTargets(targets: Int32Array): number {
  let count = 0;
  for (let row = 0; row < targets.length; row++) if (targets[row] !== NO_TARGET) count += 1;
  return count;
}

function rowMaximum(logits: Float64Array, start: number, classes: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let v = start; v < start + classes; v++) if (logits[v]! > largest) largest = logits[v]!;
  return largest;
}

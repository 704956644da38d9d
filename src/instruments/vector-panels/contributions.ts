/** Dimensions by how much they contribute, and what they sum to on the way. */
export interface Contributions {
  /** Dimensions, the largest size first. */
  readonly order: readonly number[];
  /** Sum of the first k + 1 of them; the last is the whole. */
  readonly sums: Float64Array;
}

/** Orders the d parts of a cosine by size. */
export function rankContributions(parts: ArrayLike<number>): Contributions {
  const size = (dimension: number) => Math.abs(parts[dimension] ?? 0);
  const order = Array.from({ length: parts.length }, (_, i) => i).sort((a, b) => size(b) - size(a));
  const sums = new Float64Array(parts.length);
  let sum = 0;
  order.forEach((dimension, k) => {
    sum += parts[dimension] ?? 0;
    sums[k] = sum;
  });
  return { order, sums };
}

/** How few dimensions it takes until those left out together cannot move the sum by more than this share of it. */
export function dimensionsNeeded({ sums }: Contributions, share = 0.1): number {
  const whole = sums.at(-1) ?? 0;
  const allowed = Math.abs(whole) * share;
  for (let k = sums.length - 1; k > 0; k--) {
    if (Math.abs((sums[k - 1] ?? 0) - whole) > allowed) return k + 1;
  }
  return Math.min(1, sums.length);
}

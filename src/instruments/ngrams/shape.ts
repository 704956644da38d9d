/** Words that may come next at most. */
export const MOST_WORDS = 10;

export const BELIEFS = ['right', 'wrong', 'hand'] as const;
export type Belief = (typeof BELIEFS)[number];

/** What really comes: shares in proportion to 1, 1/2, 1/3 …, as word frequencies do about (Zipf 1935). Given, not measured. */
export function comingShares(size: number): Float64Array {
  return normalised(Float64Array.from({ length: size }, (_, i) => 1 / (i + 1)));
}

/**
 * The model's distribution over `size` words. `right`: in proportion to q^c, q being what comes; c = 0 is uniform, c = 1 is q
 * itself, more is too sure of itself. `wrong`: the same with the words in the opposite order. `hand`: weights set by hand.
 */
export function modelShares(
  belief: Belief,
  confidence: number,
  size: number,
  weights: readonly number[],
): Float64Array {
  if (belief === 'hand') return normalised(Float64Array.from({ length: size }, (_, i) => weights[i] ?? 1));
  const powers = comingShares(size).map((share) => share ** confidence);
  return normalised(belief === 'right' ? powers : powers.reverse());
}

function normalised(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** H(q, p) = −Σ q ln p, nats; a word that comes and has no probability makes it infinite. */
export function crossEntropy(coming: Float64Array, model: Float64Array): number {
  return coming.reduce((sum, q, i) => (q > 0 ? sum - q * Math.log(model[i]!) : sum), 0);
}

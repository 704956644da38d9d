/** H = −Σ p log₂ p, bits (Shannon 1948): 0 for what is certain, log₂ V for an even choice among V. */
export function entropyBits(probabilities: ArrayLike<number>): number {
  let bits = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    if (p > 0) bits -= p * Math.log2(p);
  }
  return bits;
}

/** 2^H: the size of an even choice that is as hard to foretell. The perplexity of one step. */
export function effectiveChoices(probabilities: ArrayLike<number>): number {
  return 2 ** entropyBits(probabilities);
}

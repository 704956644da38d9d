/** Pearson's statistic Σ (seen − expected)² / expected over the classes that can come at all. */
export function chiSquare(seen: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  let draws = 0;
  for (let i = 0; i < seen.length; i++) draws += seen[i]!;
  let sum = 0;
  for (let i = 0; i < seen.length; i++) {
    const expected = draws * probabilities[i]!;
    if (expected > 0) sum += (seen[i]! - expected) ** 2 / expected;
  }
  return sum;
}

/** Terms after which either expansion has long converged for the degrees of freedom that figures have. */
const TERMS = 400;

/** ln Γ(n / 2) for whole n ≥ 1, exactly: a product of halves. */
function logGammaHalf(n: number): number {
  let sum = n % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let k = n - 2; k > 0; k -= 2) sum += Math.log(k / 2);
  return sum;
}

/**
 * P(χ² ≥ x) with so many degrees of freedom: how often draws that follow the distribution stray as far as these
 * (Abramowitz & Stegun, 26.4.1; the incomplete gamma function by its series 6.5.29, or as a sum for large x).
 */
export function chiSquareTail(x: number, freedom: number): number {
  if (!(x > 0)) return 1;
  const [a, z] = [freedom / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - logGammaHalf(freedom));
  if (z < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let k = 1; k < TERMS; k++) {
      term *= z / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  // The continued fraction of the upper part (Abramowitz & Stegun 6.5.31), from its far end.
  let fraction = 0;
  for (let k = TERMS; k > 0; k--) fraction = (k * (a - k)) / (z + 2 * k + 1 - a + fraction);
  return front / (z + 1 - a + fraction);
}

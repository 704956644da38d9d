/** How far draws are from a distribution. */
export interface ChiSquare {
  /** Pearson's statistic, Σ (seen − expected)² / expected. */
  readonly value: number;
  /** Classes less one; 0: there is nothing to compare yet. */
  readonly freedom: number;
}

/** Expected fewer times than this, a class says nothing by itself: Cochran's rule (1954). */
const LEAST_EXPECTED = 5;

/**
 * Over the classes that can come at all. Those that are expected too rarely are taken together with the next ones, the rarest
 * first, until they are expected often enough: else a single draw of a rare word would refute any distribution.
 */
export function chiSquare(seen: ArrayLike<number>, probabilities: ArrayLike<number>): ChiSquare {
  let draws = 0;
  for (let i = 0; i < seen.length; i++) draws += seen[i]!;
  const order = Array.from({ length: seen.length }, (_, i) => i).filter((i) => probabilities[i]! > 0);
  order.sort((a, b) => probabilities[a]! - probabilities[b]!);
  const classes: { seen: number; expected: number }[] = [];
  for (const i of order) {
    const last = classes.at(-1);
    const expected = draws * probabilities[i]!;
    if (last && last.expected < LEAST_EXPECTED) {
      last.seen += seen[i]!;
      last.expected += expected;
    } else classes.push({ seen: seen[i]!, expected });
  }
  const value = classes.reduce((sum, each) => sum + missOf(each), 0);
  return { value, freedom: Math.max(0, classes.length - 1) };
}

const missOf = ({ seen, expected }: { readonly seen: number; readonly expected: number }): number =>
  expected > 0 ? (seen - expected) ** 2 / expected : 0;

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
  if (!(x > 0) || freedom < 1) return 1;
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

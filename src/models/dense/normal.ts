/** Density of the standard normal distribution, φ(z). */
export function normalPdf(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Beyond this the power series loses digits to cancellation and the continued fraction converges fast. */
const TAIL = 2.5;
const FRACTION_TERMS = 100;

/**
 * Distribution function of the standard normal, Φ(z), to about 1e-14 relative, tails included.
 * Centre: Φ = ½ + φ(z)(z + z³/3 + z⁵/15 + …) (Marsaglia 2004); tails: Laplace's continued fraction.
 */
export function normalCdf(z: number): number {
  if (Math.abs(z) < TAIL) return 0.5 + normalPdf(z) * oddSeries(z);
  const tail = normalPdf(z) / tailFraction(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

/** z + z³/3 + z⁵/(3·5) + … until the terms no longer count. */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))). */
function tailFraction(z: number): number {
  let fraction = z;
  for (let k = FRACTION_TERMS; k > 0; k--) fraction = z + k / fraction;
  return fraction;
}

/** How closely a unit follows something. */
export interface UnitRank {
  readonly unit: number;
  /** Pearson's r, from −1 to 1; negative when the unit falls as the other rises. */
  readonly correlation: number;
}

/**
 * All units by how closely they follow `track` (T), the closest first: Pearson's r between it and the unit's activations
 * (T, units). Units that never change, and all of them when the track never does, have r = 0. Of equals the lower number first.
 */
export function rankUnits(
  activations: Float64Array,
  units: number,
  track: Float64Array,
): readonly UnitRank[] {
  const ranks = Array.from({ length: units }, (_, unit) => ({
    unit,
    correlation: correlation(track, (t) => activations[t * units + unit]!),
  }));
  return ranks.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || a.unit - b.unit);
}

/** A deviation this small beside the mean is the mean's own rounding. */
const ROUNDING = 1e-12;

/** Two passes: means first, so that a large mean does not swallow a small variance. */
function correlation(x: Float64Array, y: (t: number) => number): number {
  const length = x.length;
  let [meanX, meanY] = [0, 0];
  for (let t = 0; t < length; t++) {
    meanX += x[t]! / length;
    meanY += y(t) / length;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (let t = 0; t < length; t++) {
    const [dx, dy] = [x[t]! - meanX, y(t) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const isFlat = (sum: number, mean: number) => sum <= length * (ROUNDING * mean) ** 2;
  return isFlat(xx, meanX) || isFlat(yy, meanY) ? 0 : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

import { correlation } from './standard.ts';

/** How closely a unit follows something. */
export interface UnitRank {
  /** Place among the columns. */
  readonly unit: number;
  /** Pearson's r, from −1 to 1; negative when the unit falls as the other rises. */
  readonly correlation: number;
}

/**
 * All units by how closely they follow a track (T), the closest first; both standardised. Units that never change, and all of
 * them when the track never does, have r = 0. Of equals the lower number first.
 */
export function rankUnits(units: readonly Float32Array[], track: Float32Array): readonly UnitRank[] {
  const ranks = units.map((column, unit) => ({ unit, correlation: correlation(column, track) }));
  return ranks.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || a.unit - b.unit);
}

/** How wide groups of points are and how far apart, in the unit of their space. */
export interface GroupSizes {
  /** Root mean square distance of a group's points from its middle. */
  readonly widths: Float64Array;
  /** Distance of the middles of the groups a < b, in the order of `groupPairs`. */
  readonly distances: Float64Array;
}

/** Pairs of groups, a < b. */
export function groupPairs(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, k) => [a, a + 1 + k] as const),
  );
}

/** @param values (n, d) row-major; `groups` tells the group of each point, from 0. A group without points is 0 wide. */
export function groupSizes(
  values: Float32Array,
  d: number,
  groups: ArrayLike<number>,
  count: number,
): GroupSizes {
  const sizes = new Float64Array(count);
  const middles = new Float64Array(count * d);
  for (let i = 0; i < groups.length; i++) {
    sizes[groups[i]!]!++;
    for (let k = 0; k < d; k++) middles[groups[i]! * d + k]! += values[i * d + k]!;
  }
  for (let at = 0; at < middles.length; at++) middles[at]! /= Math.max(1, sizes[Math.floor(at / d)]!);
  const squares = new Float64Array(count);
  for (let i = 0; i < groups.length; i++) {
    for (let k = 0; k < d; k++)
      squares[groups[i]!]! += (values[i * d + k]! - middles[groups[i]! * d + k]!) ** 2;
  }
  const between = (a: number, b: number) =>
    Math.hypot(...Array.from({ length: d }, (_, k) => middles[a * d + k]! - middles[b * d + k]!));
  return {
    widths: squares.map((sum, g) => Math.sqrt(sum / Math.max(1, sizes[g]!))),
    distances: Float64Array.from(groupPairs(count), ([a, b]) => between(a, b)),
  };
}

/** Room around the points (px): labels stand there. */
const ROOM = { side: 58, top: 22 } as const;

/**
 * Points of a plane in px, the same scale both ways, as large as the frame allows. The origin, which is the points' mean, need
 * not be in the middle. Points that coincide lie in the middle.
 * @param points (n, 2), y upwards
 */
export function fitPoints(points: Float64Array, width: number, height: number): Float64Array {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  points.forEach((value, i) => {
    low[i % 2] = Math.min(low[i % 2]!, value);
    high[i % 2] = Math.max(high[i % 2]!, value);
  });
  const span = [high[0]! - low[0]!, high[1]! - low[1]!];
  const side = Math.min(ROOM.side, width / 8);
  const scales = [(width - 2 * side) / (span[0] || 1), (height - 2 * ROOM.top) / (span[1] || 1)];
  const scale = Math.min(...scales.filter((_, axis) => (span[axis] ?? 0) > 0), Number.MAX_VALUE);
  return points.map((value, i) => {
    const axis = i % 2;
    const from = value - (low[axis]! + high[axis]!) / 2;
    return axis === 0 ? width / 2 + scale * from : height / 2 - scale * from;
  });
}

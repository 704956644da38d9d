/** A series as typed columns: `length` numbers of each are used. */
export interface Columns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly length: number;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Lowest and highest of each of `buckets` runs of points, in their order: what a line of that many pixels can show. */
export function decimate({ x, y, length }: Columns, buckets: number): readonly CurvePoint[] {
  if (length <= 2 * buckets) return Array.from({ length }, (_, i) => ({ x: x[i] ?? 0, y: y[i] ?? 0 }));
  const points: CurvePoint[] = [];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * length) / buckets);
    const to = Math.floor(((bucket + 1) * length) / buckets);
    const [low, high] = extremes(y, from, to);
    for (const i of [...new Set([Math.min(low, high), Math.max(low, high)])]) {
      points.push({ x: x[i] ?? 0, y: y[i] ?? 0 });
    }
  }
  return points;
}

function extremes(y: Float64Array, from: number, to: number): readonly [number, number] {
  let [low, high] = [from, from];
  for (let i = from + 1; i < to; i++) {
    if (y[i]! < y[low]!) low = i;
    if (y[i]! > y[high]!) high = i;
  }
  return [low, high];
}

/** Index of the point whose x is nearest; −1 in an empty series. x rises. */
export function nearestIndex({ x, length }: Columns, target: number): number {
  if (length === 0) return -1;
  let [low, high] = [0, length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) < target) low = middle;
    else high = middle;
  }
  return Math.abs((x[low] ?? 0) - target) <= Math.abs((x[high] ?? 0) - target) ? low : high;
}

/** Smallest and largest finite y; null when there is none. */
export function finiteExtent({ y, length }: Columns): readonly [number, number] | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < length; i++) {
    const value = y[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}

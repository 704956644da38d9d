import type { Columns } from '../../components/plots/curve.ts';

/**
 * Exponentially weighted average over about `window` steps, with its bias at the beginning taken out (Kingma & Ba 2015,
 * section 3). Steps between two points count: a thinned curve is smoothed as far as a whole one. What is not finite is left out.
 */
export function smooth({ x, y, length }: Columns, window: number): Columns {
  const values = new Float64Array(length);
  const keep = 1 - 1 / Math.max(1, window);
  let [sum, weight, at] = [0, 0, (x[0] ?? 0) - 1];
  for (let i = 0; i < length; i++) {
    const value = y[i]!;
    if (Number.isFinite(value)) {
      const kept = keep ** (x[i]! - at);
      sum = kept * sum + (1 - kept) * value;
      weight = kept * weight + (1 - kept);
      at = x[i]!;
    }
    values[i] = weight > 0 ? sum / weight : Number.NaN;
  }
  return { x, y: values, length };
}

/**
 * The means of so many equal stretches of a column, in order; of fewer numbers than stretches each is drawn out. NaN where a
 * stretch has no number that is known.
 */
export function bucketMeans(values: ArrayLike<number>, buckets: number): Float64Array {
  const { length } = values;
  return Float64Array.from({ length: length === 0 ? 0 : buckets }, (_, bucket) => {
    const from = Math.floor((bucket * length) / buckets);
    const to = Math.max(from + 1, Math.floor(((bucket + 1) * length) / buckets));
    let [sum, known] = [0, 0];
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    return sum / known;
  });
}

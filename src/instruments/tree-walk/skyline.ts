/** Some words that stand beside each other in order of frequency: from the least to the most probable of them. */
export interface SkylineColumn {
  readonly low: number;
  readonly high: number;
}

/** All leaves in so many columns, or one a word where there are fewer words: ln P (V) in, ln P out. */
export function skyline(logProbabilities: Float64Array, most: number): readonly SkylineColumn[] {
  const words = logProbabilities.length;
  const columns = Math.min(words, most);
  return Array.from({ length: columns }, (_, column) => {
    const first = Math.floor((column * words) / columns);
    const next = Math.floor(((column + 1) * words) / columns);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = first; i < next; i++) {
      low = Math.min(low, logProbabilities[i]!);
      high = Math.max(high, logProbabilities[i]!);
    }
    return { low, high };
  });
}

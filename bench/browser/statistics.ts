/** What is reported of repeated measurements. */
export interface Summary {
  readonly median: number;
  /** First and third quartile: half of all measurements lie between them. */
  readonly quartiles: readonly [number, number];
  /** What it can do when nothing else wants the machine. */
  readonly fastest: number;
  readonly runs: number;
}

/** Median and quartiles, between neighbours where they fall between two. Throws a RangeError when there is nothing to sum up. */
export function summarise(samples: readonly number[]): Summary {
  if (samples.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    fastest: quantile(sorted, 0),
    runs: sorted.length,
  };
}

/** Distance of the quartiles as a share of the median: 0.1 says that half of the measurements lie within about ±5 %. */
export function spread({ median, quartiles: [first, third] }: Summary): number {
  return (third - first) / median;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

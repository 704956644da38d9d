import type { VectorAnswers } from '../../store/vectors-state.ts';

/** A pair, and how far its own difference goes the way of all; null: a word is missing, or both are the same. */
export interface PairAgreement {
  readonly from: string;
  readonly to: string;
  readonly cosine: number | null;
}

type Rows = Pick<VectorAnswers['rows'], 'words' | 'vectors' | 'dimensions'>;

const size = (x: Float64Array): number => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));

const dot = (x: Float64Array, y: Float64Array): number =>
  x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);

/** Unit vectors by word; a row of zeros has none. */
function unitsOf({ words, vectors, dimensions: d }: Rows): ReadonlyMap<string, Float64Array> {
  const units = words.map((word, i) => {
    const row = Float64Array.from(vectors.subarray(i * d, (i + 1) * d));
    const length = size(row);
    return [word, length > 0 ? row.map((value) => value / length) : null] as const;
  });
  return new Map(units.flatMap(([word, unit]) => (unit ? [[word, unit] as const] : [])));
}

/** Cosine of each pair's difference of unit vectors, b/‖b‖ − a/‖a‖, with the mean of all differences. */
export function agreementOf(
  rows: Rows,
  pairs: readonly (readonly [string, string])[],
): readonly PairAgreement[] {
  const units = unitsOf(rows);
  const find = (word: string) => units.get(word) ?? units.get(word.toLowerCase());
  const differences = pairs.map(([from, to]) => {
    const [a, b] = [find(from), find(to)];
    const difference = a && b ? b.map((value, i) => value - (a[i] ?? 0)) : null;
    return difference && size(difference) > 1e-6 ? difference : null;
  });
  const sum = new Float64Array(rows.dimensions);
  for (const difference of differences)
    difference?.forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + value;
    });
  return pairs.map(([from, to], i) => {
    const difference = differences[i];
    if (!difference) return { from, to, cosine: null };
    const scale = size(difference) * size(sum);
    return { from, to, cosine: scale > 0 ? dot(difference, sum) / scale : 0 };
  });
}

import { biasDirection, MOST_PAIRS } from '../../models/vectors/bias.ts';
import type { VectorAnswers } from '../../store/vectors-state.ts';
import type { AxisWord } from './axis-words.ts';

export { MOST_PAIRS };

type Rows = Pick<VectorAnswers['rows'], 'words' | 'vectors' | 'dimensions'>;

/** A pair, and how far its own difference goes the common way; null: a word is missing, or both are the same. */
export interface PairAgreement {
  readonly from: string;
  readonly to: string;
  readonly cosine: number | null;
}

export interface Bias {
  /** g, of length 1; null: the pairs have no common direction, for this reason. */
  readonly direction: Float64Array | null;
  readonly reason: 'none' | 'flat' | 'even' | null;
  /** Share of the pairs' variance that lies along g. */
  readonly share: number;
  readonly pairs: readonly PairAgreement[];
}

const dot = (x: Float64Array, y: Float64Array): number =>
  x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
const size = (x: Float64Array): number => Math.sqrt(dot(x, x));

function unitAt({ vectors, dimensions: d }: Rows, i: number): Float64Array {
  const row = Float64Array.from(vectors.subarray(i * d, (i + 1) * d));
  const length = size(row);
  return length > 0 ? row.map((value) => value / length) : row;
}

/** The direction in which the words of pairs differ, all with length 1. */
export function biasOf(rows: Rows, pairs: readonly (readonly [string, string])[]): Bias {
  const places = new Map(rows.words.map((word, i) => [word, i]));
  const unitOf = (word: string) => {
    const at = places.get(word) ?? places.get(word.toLowerCase());
    return at === undefined ? null : unitAt(rows, at);
  };
  const known = pairs.map(([from, to]) => [unitOf(from), unitOf(to)] as const);
  const whole = known.flatMap(([a, b]) => (a && b ? [[a, b] as const] : []));
  const result = biasDirection(whole);
  const direction = result.ok ? result.direction : null;
  const agreement = pairs.map(([from, to], i) => {
    const [a, b] = known[i] ?? [];
    const difference = a && b ? b.map((value, k) => value - (a[k] ?? 0)) : null;
    const length = difference ? size(difference) : 0;
    const cosine = direction && difference && length > 1e-6 ? dot(difference, direction) / length : null;
    return { from, to, cosine };
  });
  return {
    direction,
    reason: result.ok ? null : whole.length === 0 ? 'none' : result.reason,
    share: result.ok ? (result.shares[0] ?? Number.NaN) : Number.NaN,
    pairs: agreement,
  };
}

/** Where words lie along a direction of length 1: their cosines with it. */
export const alongDirection = (rows: Rows, direction: Float64Array): readonly AxisWord[] =>
  rows.words.map((word, i) => ({ word, at: [dot(unitAt(rows, i), direction)] }));

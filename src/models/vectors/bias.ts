import { symmetricEigensystem } from '../projection/symmetric.ts';
import { dot, norm } from './row-kernel.ts';

/*
 * Bolukbasi, Chang, Zou, Saligrama & Kalai (2016), "Man is to computer programmer as woman is to homemaker? Debiasing word
 * embeddings", hard debiasing, with a subspace of one dimension. All vectors have length 1 (d numbers). What cannot be computed
 * is a value that says why; no result is ever NaN.
 */

export type VectorPair = readonly [Float64Array, Float64Array];

/** Pairs that one direction is made of. */
export const MOST_PAIRS = 10;

export interface BiasDirection {
  /** g (d), of length 1: from the first words of the pairs to the second. */
  readonly direction: Float64Array;
  /** Share of the centred pairs' variance along each of their principal components, the largest first; g is the first one. */
  readonly shares: Float64Array;
  /** Pairs, by number, that point nowhere: both words have one vector, or one of them has none. They are left out. */
  readonly flat: readonly number[];
}

export type DirectionResult =
  | ({ readonly ok: true } & BiasDirection)
  /** `flat`: no pair is left. `even`: no component has more of the variance than the next one. */
  | { readonly ok: false; readonly reason: 'flat' | 'even'; readonly flat: readonly number[] };

/** Differences shorter than this are rounding. */
const NOTHING = 1e-6;
/** How much more variance, as a share, a first component needs than the second to be one. */
const LEAD = 1e-6;

/**
 * The direction in which the pairs differ: that of the difference for one pair, else the first principal component of all words, each less
 * its pair's mean (section 5, step 1). It points as the first pair does that has a part along it.
 */
export function biasDirection(pairs: readonly VectorPair[]): DirectionResult {
  const used = pairs.slice(0, MOST_PAIRS);
  const differences = used.map(([a, b]) => b.map((x, k) => x - a[k]!));
  const isFlat = (i: number) =>
    !(norm(differences[i] ?? []) > NOTHING) || used[i]?.some((x) => !(norm(x) > 0));
  const flat = used.map((_, i) => i).filter(isFlat);
  const kept = differences.filter((_, i) => !flat.includes(i));
  if (kept.length === 0) return { ok: false, reason: 'flat', flat };
  // Both words of a pair less their mean are ±difference / 2: the covariance has the eigenvectors of Σ δδᵀ, which those of δᵀδ give.
  const m = kept.length;
  const products = Float64Array.from({ length: m * m }, (_, at) =>
    dot(kept[Math.floor(at / m)] ?? [], kept[at % m] ?? []),
  );
  const { values, vectors } = symmetricEigensystem(products, m);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const shares = values.map((value) => Math.max(0, value) / total);
  if (m > 1 && !((shares[0] ?? 0) - (shares[1] ?? 0) > LEAD)) return { ok: false, reason: 'even', flat };
  const direction = new Float64Array(kept[0]?.length ?? 0);
  for (const [i, difference] of kept.entries())
    for (let k = 0; k < direction.length; k++) direction[k]! += difference[k]! * vectors[i * m]!;
  const length = norm(direction) * orientation(direction, kept);
  return { ok: true, direction: direction.map((x) => x / length), shares, flat };
}

/** −1 where the first pair that has a part along the direction points against it. */
function orientation(direction: Float64Array, differences: readonly Float64Array[]): number {
  const along = differences.map((difference) => dot(difference, direction));
  return (along.find((x) => Math.abs(x) > NOTHING * norm(direction)) ?? 1) < 0 ? -1 : 1;
}

export interface Neutralised {
  /** v · g before. */
  readonly along: number;
  /** v less its part along g (d), not yet lengthened. */
  readonly rest: Float64Array;
  /** The same with length 1; null: v was nothing but g, and no direction is left. */
  readonly vector: Float64Array | null;
}

/** A word without its part along g: v − (v · g)g, then of length 1 again (the paper's "neutralize"). */
export function neutralise(v: Float64Array, g: Float64Array): Neutralised {
  const along = dot(v, g);
  const rest = v.map((x, k) => x - along * g[k]!);
  const length = norm(rest);
  if (!(length > NOTHING)) return { along, rest, vector: null };
  const vector = rest.map((x) => x / length);
  // Rounding leaves a little of g, which lengthening makes more of.
  const left = dot(vector, g);
  return { along, rest, vector: vector.map((x, k) => x - left * g[k]!) };
}

export type Equalised =
  | {
      readonly ok: true;
      readonly a: Float64Array;
      readonly b: Float64Array;
      /** ν: the part of the mean of both that is across g. Both words keep it. */
      readonly common: Float64Array;
      /** √(1 − ‖ν‖²): how far each of them is along g then, one to either side. */
      readonly apart: number;
    }
  /** `same-side`: both lie equally far along g, so neither goes to one side. `no-vector`: a word without a direction. */
  | { readonly ok: false; readonly reason: 'same-side' | 'no-vector' };

/**
 * A pair that shall differ in g only: both become ν ± √(1 − ‖ν‖²)g, of length 1, the sign being the side that each was on (the paper's
 * "equalize"). Every neutralised word then is as near to one as to the other.
 */
export function equalise(a: Float64Array, b: Float64Array, g: Float64Array): Equalised {
  if (!(norm(a) > 0) || !(norm(b) > 0)) return { ok: false, reason: 'no-vector' };
  const apartNow = dot(b, g) - dot(a, g);
  if (!(Math.abs(apartNow) > NOTHING)) return { ok: false, reason: 'same-side' };
  const mean = a.map((x, k) => (x + b[k]!) / 2);
  const along = dot(mean, g);
  const common = mean.map((x, k) => x - along * g[k]!);
  const apart = Math.sqrt(Math.max(0, 1 - dot(common, common)));
  const side = Math.sign(apartNow) * apart;
  return {
    ok: true,
    a: common.map((x, k) => x - side * g[k]!),
    b: common.map((x, k) => x + side * g[k]!),
    common,
    apart,
  };
}

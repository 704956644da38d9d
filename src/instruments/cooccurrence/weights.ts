import { cellWeight, type Weighting } from '../../models/glove/weighting.ts';

/** Cells counted in classes of equal width in log₁₀ X. */
export interface CellHistogram {
  /** Edges of the classes in log₁₀ X: one more than there are classes. */
  readonly edges: Float64Array;
  readonly counts: Int32Array;
}

/** Classes to a factor of ten. */
const PER_DECADE = 5;

export function cellHistogram(values: Float64Array): CellHistogram {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (values.length === 0) return { edges: new Float64Array(1), counts: new Int32Array(0) };
  const first = classOf(low);
  const counts = new Int32Array(classOf(high) - first + 1);
  for (const value of values) counts[classOf(value) - first]!++;
  return {
    edges: Float64Array.from({ length: counts.length + 1 }, (_, i) => (first + i) / PER_DECADE),
    counts,
  };
}

const classOf = (value: number): number => Math.floor(Math.log10(value) * PER_DECADE + 1e-9);

/** What the weighting does to the cells of a text. */
export interface WeightFacts {
  readonly cells: number;
  /** Share of the cells below x_max. */
  readonly below: number;
  /** Σ f(X). */
  readonly weight: number;
  /** Share of Σ f(X) that the largest hundredth of the cells holds. */
  readonly top: number;
  /** The same share if all counted f(x) = x: what the curve takes away from them. */
  readonly plainTop: number;
}

/** `sorted`: the cells by falling X. */
export function weightFacts(sorted: Float64Array, weighting: Weighting): WeightFacts {
  const cells = sorted.length;
  const most = Math.ceil(cells / 100);
  let [below, weight, top, plain, plainTop] = [0, 0, 0, 0, 0];
  sorted.forEach((x, i) => {
    const f = cellWeight(x, weighting);
    below += Number(x < weighting.most);
    weight += f;
    plain += x;
    if (i >= most) return;
    top += f;
    plainTop += x;
  });
  return { cells, below: below / cells, weight, top: top / weight, plainTop: plainTop / plain };
}

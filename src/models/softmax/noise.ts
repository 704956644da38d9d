import type { Random } from '../random.ts';

/** Where negative samples come from: P(w) ∝ f(w)^a (Mikolov et al. 2013, section 2.2: a = 3/4). */
export interface NoiseDistribution {
  /** P of each class (V), sum 1. */
  readonly probabilities: Float64Array;
  /** One class, in constant time whatever V is. */
  draw(random: Random): number;
}

/**
 * The noise of these counts: a = 1 draws as often as words occur, a = 0 all alike. Throws a RangeError when an exponent is not
 * finite, or nothing could ever be drawn.
 */
export function createNoise(counts: ArrayLike<number>, exponent: number): NoiseDistribution {
  if (!Number.isFinite(exponent)) throw new RangeError(`the exponent of the noise is ${exponent}`);
  const weights = Float64Array.from(counts, (count) => (count > 0 ? count ** exponent : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && Number.isFinite(total))) {
    throw new RangeError(`noise needs counts above 0, found weights that sum to ${total}`);
  }
  const probabilities = weights.map((weight) => weight / total);
  const { aliases, limits } = aliasTable(probabilities);
  return {
    probabilities,
    draw(random) {
      const column = random.integer(limits.length);
      return random.next() < limits[column]! ? column : aliases[column]!;
    },
  };
}

/** What a column of equal height V⁻¹ is cut into: below its limit the column's own class, above it its alias. */
export interface AliasTable {
  readonly limits: Float64Array;
  readonly aliases: Int32Array;
}

/** Walker's alias method (Walker 1977), built in linear time (Vose 1991). The probabilities sum to 1. */
export function aliasTable(probabilities: Float64Array): AliasTable {
  const count = probabilities.length;
  const limits = probabilities.map((p) => p * count);
  const aliases = Int32Array.from({ length: count }, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  limits.forEach((limit, i) => {
    (limit < 1 ? small : large).push(i);
  });
  for (let low = small.pop(); low !== undefined; low = small.pop()) {
    const high = large.pop();
    if (high === undefined) {
      // Rounding: what is left is full.
      limits[low] = 1;
      continue;
    }
    aliases[low] = high;
    limits[high] = limits[high]! + limits[low]! - 1;
    (limits[high]! < 1 ? small : large).push(high);
  }
  for (const high of large) limits[high] = 1;
  return { limits, aliases };
}

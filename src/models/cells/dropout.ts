/** Which units are left out, and how many: everything that decides a mask, so that every tier draws the same one. */
export interface Dropout {
  /** Share of the values that become 0, from 0 to below 1. */
  readonly rate: number;
  readonly seed: number;
  /** Optimiser step: every step has masks of its own. */
  readonly step: number;
}

const TWO_32 = 2 ** 32;

/**
 * What each of `length` values of a layer's output is multiplied by: 0 with probability `rate`, else 1 / (1 − rate), so that
 * their mean stays what it is without (inverted dropout: Srivastava et al. 2014). In recurrent nets only what goes from layer
 * to layer is left out, never what goes from step to step (Zaremba et al. 2014). Throws a RangeError for a rate out of range.
 */
export function dropoutFactors(dropout: Dropout, layer: number, length: number): Float64Array {
  const limit = dropoutLimit(dropout);
  const kept = 1 / (1 - dropout.rate);
  const key = pcg(layer + dropoutKey(dropout));
  return Float64Array.from({ length }, (_, i) => (pcg(i + key) < limit ? 0 : kept));
}

/** A word that stands for seed and step; with a layer's number added and mixed once more, it is what its values' numbers are added to. */
export function dropoutKey({ seed, step }: Dropout): number {
  return pcg(step + pcg(seed));
}

/** Words below this one leave a value out. Throws a RangeError for a rate out of range. */
export function dropoutLimit({ rate }: Dropout): number {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`a dropout rate is from 0 to below 1, found ${rate}`);
  return Math.min(TWO_32 - 1, Math.ceil(rate * TWO_32));
}

/**
 * A random 32-bit word for each 32-bit word (PCG-RXS-M-XS as a hash: Jarzynski & Olano, "Hash functions for GPU rendering",
 * JCGT 2020): nothing to carry along, the same in every language that has 32-bit integers.
 */
export function pcg(value: number): number {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** How a distribution is changed before something is drawn from it. */
export interface SamplingOptions {
  /** Logits are divided by it: below 1 the likely becomes likelier, above 1 all become more alike. Above 0. */
  readonly temperature: number;
  /** Only the k most probable are kept (Fan et al. 2018); null keeps all. */
  readonly topK: number | null;
  /** Only the fewest, most probable first, whose probabilities add up to p or more (nucleus sampling, Holtzman et al. 2020); 1 keeps all. */
  readonly topP: number;
}

export const AS_IT_IS: SamplingOptions = { temperature: 1, topK: null, topP: 1 };

/**
 * The distribution that a token is drawn from: temperature first, then top-k, then top-p, each on what the one before has left,
 * and scaled to sum to 1 again. Of equally probable tokens the lower id goes first. Throws a RangeError for a temperature that
 * is not above 0, k below 1, or p outside (0, 1].
 */
export function shapeDistribution(probabilities: Float64Array, options: SamplingOptions): Float64Array {
  check(options);
  const tempered = temper(probabilities, options.temperature);
  const { topK, topP } = options;
  if (topK === null && topP === 1) return tempered;
  return keepTop(tempered, probabilities, topK ?? tempered.length, topP);
}

/** p^{1/τ} / Σ p^{1/τ}: the softmax of logits divided by τ. Computed from logarithms, so that no τ above 0 overflows. */
export function temper(probabilities: Float64Array, temperature: number): Float64Array {
  if (temperature === 1) return probabilities.slice();
  const logs = probabilities.map((p) => Math.log(p) / temperature);
  const largest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return scaled(logs.map((log) => Math.exp(log - largest)));
}

const fallingOf = (values: Float64Array) => values.slice().sort().reverse();

/** Who is kept goes by the probabilities as given: two that differ by a last digit may have become equal by the temperature. */
function keepTop(tempered: Float64Array, given: Float64Array, k: number, p: number): Float64Array {
  const count = nucleusSize(fallingOf(tempered).subarray(0, Math.min(k, tempered.length)), p);
  const falling = fallingOf(given);
  const least = falling[count - 1]!;
  let equals = count - falling.indexOf(least);
  const kept = tempered.map((value, i) => {
    if (given[i]! > least) return value;
    return given[i] === least && equals-- > 0 ? value : 0;
  });
  return scaled(kept);
}

/** How many of these, the first always, make up the share p of their sum. With p = 1 so do those that rounding would drop. */
function nucleusSize(falling: Float64Array, p: number): number {
  if (p === 1) return falling.length;
  const wanted = p * falling.reduce((sum, value) => sum + value, 0);
  let [count, mass] = [1, falling[0]!];
  while (count < falling.length && mass < wanted) mass += falling[count++]!;
  return count;
}

function scaled(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function check({ temperature, topK, topP }: SamplingOptions): void {
  if (!(temperature > 0)) throw new RangeError(`expected a temperature above 0, found ${temperature}`);
  if (topK !== null && !(topK >= 1)) throw new RangeError(`expected a k of 1 or more, found ${topK}`);
  if (!(topP > 0 && topP <= 1)) throw new RangeError(`expected a p above 0 and up to 1, found ${topP}`);
}

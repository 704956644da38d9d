import { type Cooccurrences, createCooccurrenceCounter } from '../../models/glove/cooccurrence.ts';
import { spreadCells } from '../../models/glove/spread.ts';
import { createNoise } from '../../models/softmax/noise.ts';
import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';

/** How skip-gram pairs words, and what it draws. */
export interface PairingRules {
  readonly window: number;
  readonly shrink: boolean;
  readonly negatives: number;
  readonly exponent: number;
}

/** Sentences between two chances to do something else are as long as this. */
const PIECE = 1000;

/** How often each two words are learnt as a pair in a pass over the text, on average over the reaches that are drawn. */
export function* countPairs(
  { ids, starts, counts }: EmbeddingCorpus,
  { window, shrink }: Pick<PairingRules, 'window' | 'shrink'>,
): Generator<number, Cooccurrences> {
  // A reach drawn from 1 … window gets as far as k in window − k + 1 of window cases.
  const weights = Float64Array.from({ length: window }, (_, i) => (shrink ? (window - i) / window : 1));
  const counter = createCooccurrenceCounter({
    vocabulary: counts.length,
    window,
    byDistance: false,
    weights,
  });
  let counted = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    counter.add(ids.subarray(starts[s]!, starts[s + 1]!));
    if (starts[s + 1]! - counted < PIECE) continue;
    counted = starts[s + 1]!;
    yield counted;
  }
  return counter.counts();
}

/** Pairs with the score that would be best for them. */
export interface PairOptima {
  /** Word whose vector is read, and word that is foretold. */
  readonly inputs: Int32Array;
  readonly targets: Int32Array;
  /** How often each is learnt in a pass. */
  readonly counts: Float64Array;
  /** ln (P(c | w) / (K P_n(c))): PMI − ln K where the noise is as frequent as the words (Levy & Goldberg 2014). */
  readonly optima: Float64Array;
}

/** Some pairs from the whole range of counts, those met often enough that a pass is no accident. */
export function pairOptima(
  cells: Cooccurrences,
  words: ArrayLike<number>,
  { negatives, exponent }: Pick<PairingRules, 'negatives' | 'exponent'>,
  { least, most }: { readonly least: number; readonly most: number },
): PairOptima {
  const sums = new Float64Array(cells.vocabulary);
  cells.values.forEach((value, i) => {
    sums[cells.rows[i]!]! += value;
  });
  const noise = createNoise(words, exponent).probabilities;
  const often = Int32Array.from(cells.values.keys()).filter((cell) => cells.values[cell]! >= least);
  const chosen = spreadCells({ values: Float64Array.from(often, (cell) => cells.values[cell]!) }, most);
  const places = Int32Array.from(chosen, (i) => often[i]!);
  const inputs = Int32Array.from(places, (cell) => cells.rows[cell]!);
  const targets = Int32Array.from(places, (cell) => cells.columns[cell]!);
  const counts = Float64Array.from(places, (cell) => cells.values[cell]!);
  const optima = counts.map((count, i) =>
    Math.log(count / sums[inputs[i]!]! / (negatives * noise[targets[i]!]!)),
  );
  return { inputs, targets, counts, optima };
}

/** u·v of each pair, from tables (V, d). */
export function pairScores(
  { inputs, targets }: Pick<PairOptima, 'inputs' | 'targets'>,
  vectors: {
    readonly input: ArrayLike<number>;
    readonly output: ArrayLike<number>;
    readonly dimensions: number;
  },
): Float64Array {
  const { input, output, dimensions: d } = vectors;
  return Float64Array.from(inputs, (word, i) => {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += input[word * d + j]! * output[targets[i]! * d + j]!;
    return sum;
  });
}

/** How two columns agree. */
export interface Agreement {
  /** Pearson's correlation. */
  readonly correlation: number;
  /** Mean of y − x, and of its absolute value. */
  readonly shift: number;
  readonly miss: number;
}

export function agreementOf(x: Float64Array, y: Float64Array): Agreement {
  const n = x.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, i) => {
    xx += (value - mx) ** 2;
    yy += (y[i]! - my) ** 2;
    xy += (value - mx) * (y[i]! - my);
  });
  return {
    correlation: xy / Math.sqrt(xx * yy),
    shift: my - mx,
    miss: mean(x.map((value, i) => Math.abs(y[i]! - value))),
  };
}

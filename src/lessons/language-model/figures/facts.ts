import { crossEntropy } from '../../../instruments/ngrams/shape.ts';
import { uniformModel } from '../../../models/ngram/model.ts';
import { scoreSequences } from '../../../models/ngram/perplexity.ts';

/** Symbols of the model that knows nothing, in a checkpoint. */
export const SYMBOLS = 80;

/** What its perplexity is, measured on a text. */
export function evenPerplexity(size: number): number {
  const text = Array.from({ length: 200 }, (_, i) => (i * 7) % size);
  return scoreSequences(uniformModel(size), [text], { start: false }).perplexity;
}

/** Probabilities that a model gave the four tokens of a sentence, in a checkpoint. */
export const FOUR = [1 / 2, 1 / 4, 1 / 8, 1 / 4] as const;

/** exp of the mean of −ln P. */
export function perplexityOf(probabilities: readonly number[]): number {
  const each = Float64Array.from(probabilities, () => 1 / probabilities.length);
  return Math.exp(crossEntropy(each, Float64Array.from(probabilities)));
}

/** The probability of every token, in the checkpoint about underflow. */
export const SMALL = 0.01;

/** Factors of this size after which their product is 0, in numbers rounded by `round`. */
export function factorsToZero(factor: number, round: (value: number) => number = (value) => value): number {
  let [product, factors] = [1, 0];
  while (product > 0) {
    product = round(product * factor);
    factors++;
  }
  return factors;
}

/** Vocabulary and n of the table that nobody could fill. */
export const LARGE = { vocabulary: 10_000, order: 3 } as const;

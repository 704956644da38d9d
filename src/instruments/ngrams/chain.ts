import { completeText, type TypedToken } from '../../models/language/typed.ts';
import { countsAfter, markov, type NgramLevel } from '../../models/ngram/model.ts';
import { END_TOKEN } from '../../models/text/vocabulary.ts';
import type { CountedModel, CountedText } from './count-text.ts';

/** One factor of a sentence's probability, with all that led to it. */
export interface ChainRow extends TypedToken {
  /** All tokens before it, ⟨EOS⟩ of the sentence before among them. */
  readonly history: readonly string[];
  /** How many of them, the latest, the model looks at. */
  readonly kept: number;
  /** c(h w) and c(h ·) in the text, h being what is kept. */
  readonly count: number;
  readonly total: number;
  readonly levels: readonly NgramLevel[];
  /** NaN where there is nothing to divide by. */
  readonly probability: number;
  /** −Infinity where the token was impossible, or undefined. */
  readonly log: number;
  /** Σ ln P so far, and the product itself, as floating point has it. */
  readonly sum: number;
  readonly product: number;
}

/** Longest sentence on show, in tokens. */
export const MOST_TOKENS = 60;

/** P(sentence) factor by factor. A sentence that ends is foretold up to its ⟨EOS⟩, where the text was read so. */
export function chainRows(counted: CountedText, { model, text }: CountedModel, sentence: string): ChainRow[] {
  const tokens = completeText(sentence, text).slice(0, MOST_TOKENS);
  const end = counted.vocabulary.ids.get(END_TOKEN);
  const ids = [...(end === undefined ? [] : [end]), ...tokens.map(({ id }) => id)];
  const words = [...(end === undefined ? [] : [END_TOKEN]), ...tokens.map((token) => token.text)];
  const before = ids.length - tokens.length;
  let [sum, product] = [0, 1];
  return tokens.map((token, t) => {
    const context = markov(ids.slice(0, t + before), model.order);
    const probability = model.probability(context, token.id);
    const log = probability > 0 ? Math.log(probability) : Number.NEGATIVE_INFINITY;
    sum += log;
    product *= probability > 0 ? probability : 0;
    const { count, total } = countsAfter(counted.counts, context, token.id);
    const levels = model.explain(context, token.id);
    const history = words.slice(0, t + before);
    return { ...token, history, kept: context.length, count, total, levels, probability, log, sum, product };
  });
}

/** exp(−Σ ln P / T): Infinity when a factor is 0; NaN for no tokens. */
export const perplexityOf = (rows: readonly ChainRow[]): number =>
  Math.exp(-(rows.at(-1)?.sum ?? Number.NaN) / rows.length);

/** A level of Kneser–Ney as a term of the sum that makes the probability. */
export interface LevelTerm extends NgramLevel {
  /** Tokens of its context. */
  readonly context: readonly string[];
  /** What the longer contexts left for it. */
  readonly weight: number;
  /** weight × own: these add up to P. */
  readonly part: number;
}

/** The levels with their weights; below the single tokens stands 1/V for every token alike. */
export function levelTerms(
  { history, kept, levels }: Pick<ChainRow, 'history' | 'kept' | 'levels'>,
  vocabulary: number,
): LevelTerm[] {
  const latest = history.slice(history.length - kept);
  let weight = 1;
  const terms = levels.map((level, skipped): LevelTerm => {
    const term = { ...level, context: latest.slice(skipped), weight, part: weight * level.own };
    weight *= level.rest;
    return term;
  });
  const own = 1 / vocabulary;
  const even = { n: 0, count: 1, total: vocabulary, kinds: vocabulary, discount: 0, own, rest: 0 };
  return [...terms, { ...even, context: [], weight, part: weight * own }];
}

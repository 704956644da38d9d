import { markov, type NgramModel } from './model.ts';

/** One factor of P(w₁ … w_T) = Π P(w_t | w₁ … w_{t−1}). */
export interface Factor {
  /** What the model looks at: the last n − 1 tokens, the start mark (id V) among them. */
  readonly context: readonly number[];
  readonly token: number;
  readonly probability: number;
  /** ln P; −Infinity for an impossible token. */
  readonly logProbability: number;
}

export interface SequenceOptions {
  /** Whether the start mark stands before the first token: as in the counts. */
  readonly start: boolean;
}

export interface ScoreOptions extends SequenceOptions {
  /** Tokens at the beginning of each sequence that are read but not foretold, such as the one that a network reads first; 0 if not said. */
  readonly given?: number;
}

/** The chain rule, factor by factor. */
export function chain(
  model: NgramModel,
  tokens: ArrayLike<number>,
  { start }: SequenceOptions,
): readonly Factor[] {
  const all = [...(start ? [model.vocabulary] : []), ...Array.from(tokens)];
  return Array.from(tokens, (token, t) => {
    const context = markov(all.slice(0, t + (start ? 1 : 0)), model.order);
    const probability = model.probability(context, token);
    return { context, token, probability, logProbability: Math.log(probability) };
  });
}

/** How well a model foretells held-out text. */
export interface Score {
  readonly tokens: number;
  /** Σ ln P, nats: a product of many factors would be 0 in floating point long before its logarithm is out of range. */
  readonly logProbability: number;
  /** exp(−Σ ln P / tokens): the size of an even choice as hard as this one; Infinity when any token was impossible. */
  readonly perplexity: number;
  /** Tokens to which the model gave probability 0, or none at all (0/0). */
  readonly impossible: number;
}

/** Perplexity over sequences (Jelinek et al. 1977). No tokens: perplexity NaN. */
export function scoreSequences(
  model: NgramModel,
  sequences: Iterable<ArrayLike<number>>,
  { start, given = 0 }: ScoreOptions,
): Score {
  let [tokens, logProbability, impossible] = [0, 0, 0];
  const count = (probability: number) => {
    if (probability > 0) logProbability += Math.log(probability);
    else impossible++;
    tokens++;
  };
  for (const sequence of sequences) {
    const context: number[] = start ? [model.vocabulary] : [];
    for (let t = 0; t < sequence.length; t++) {
      if (t >= given) count(model.probability(context, sequence[t]!));
      context.push(sequence[t]!);
      if (context.length >= model.order) context.shift();
    }
  }
  if (impossible > 0) logProbability = Number.NEGATIVE_INFINITY;
  return { tokens, logProbability, impossible, perplexity: Math.exp(-logProbability / tokens) };
}

import type { TextModel } from './text-model.ts';
import type { TypedToken } from './typed.ts';

/** One factor of P(text) = Π P(token | tokens before it). */
export interface TokenScore extends TypedToken {
  /** Null where the model gives none: see `verdict`. */
  readonly probability: number | null;
  /**
   * `silent`: a network has read nothing yet, so this token is not counted. `undefined`: the model has nothing to divide by
   * (0/0), counted as impossible, as in perplexity over a text (`ngram/perplexity.ts`).
   */
  readonly verdict: 'given' | 'silent' | 'undefined';
  /** ln P, nats; −Infinity for an impossible token, NaN for one that is not counted. */
  readonly logProbability: number;
  /** Σ ln P so far, nats. */
  readonly running: number;
  /** Tokens counted so far. */
  readonly counted: number;
  /** exp(−Σ ln P / counted) so far; NaN before anything is counted. */
  readonly perplexity: number;
  /** 1 for the most probable of V, equals sharing a rank; null where there are no probabilities. */
  readonly rank: number | null;
}

/**
 * The chain rule, token by token. A generator: one step of the model for each token that is asked for. Sums of logarithms,
 * since the product itself leaves the range of floating point after some hundred tokens.
 */
export function* scoreText(model: TextModel, tokens: readonly TypedToken[]): Generator<TokenScore, void> {
  let state = model.start();
  let sum: Sum = { running: 0, counted: 0 };
  for (const [t, token] of tokens.entries()) {
    if (t > 0) state = state.read(tokens[t - 1]!.id);
    const factor = factorOf(state.probabilities, token.id, t === 0);
    sum = added(sum, factor);
    yield { ...token, ...factor, ...sum, perplexity: perplexityOf(sum) };
  }
}

type Sum = Pick<TokenScore, 'running' | 'counted'>;
type Factor = Pick<TokenScore, 'probability' | 'verdict' | 'logProbability' | 'rank'>;

function factorOf(said: Float64Array | null, token: number, isFirst: boolean): Factor {
  if (said) {
    const probability = said[token]!;
    const logProbability = Math.log(probability);
    return { probability, verdict: 'given', logProbability, rank: rankOf(said, token) };
  }
  const none = { probability: null, rank: null };
  return isFirst
    ? { ...none, verdict: 'silent', logProbability: Number.NaN }
    : { ...none, verdict: 'undefined', logProbability: Number.NEGATIVE_INFINITY };
}

function added(sum: Sum, { verdict, logProbability }: Factor): Sum {
  if (verdict === 'silent') return sum;
  return { running: sum.running + logProbability, counted: sum.counted + 1 };
}

function perplexityOf({ running, counted }: Sum): number {
  return counted > 0 ? Math.exp(-running / counted) : Number.NaN;
}

function rankOf(probabilities: Float64Array, token: number): number {
  const own = probabilities[token]!;
  let rank = 1;
  for (let v = 0; v < probabilities.length; v++) if (probabilities[v]! > own) rank++;
  return rank;
}

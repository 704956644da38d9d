import { AS_IT_IS, type SamplingOptions, shapeDistribution } from './shape.ts';

/** Why a token that a model deems possible cannot be drawn. */
export type Cut = 'excluded' | 'top-k' | 'top-p';

export interface ChoiceOptions extends SamplingOptions {
  /** Tokens that are never drawn; the others are scaled to sum to 1 before anything else. */
  readonly excluded: readonly number[];
}

/** What a model says about the next token, and what one is drawn from. */
export interface Choice {
  /** P of every token, as the model says (V). */
  readonly said: Float64Array;
  /** P of every token to be drawn (V). */
  readonly offered: Float64Array;
  /** What took a token out of the draw; null for one that can be drawn, or whose P was 0 before anything was cut. */
  cut(token: number): Cut | null;
}

/**
 * The choice that is left after exclusion, temperature, top-k and top-p, in this order. Null where there is nothing to draw
 * from: no token is left with a probability above 0, or the probabilities are not numbers.
 */
export function choiceOf(said: Float64Array, options: ChoiceOptions): Choice | null {
  const left = without(said, options.excluded);
  if (left === null) return null;
  const { temperature, topK, excluded } = options;
  const offered = shapeDistribution(left, options);
  let stages: { readonly tempered: Float64Array; readonly top: Float64Array } | null = null;
  const cut: Choice['cut'] = (token) => {
    if (excluded.includes(token)) return 'excluded';
    if (offered[token]! > 0) return null;
    stages ??= {
      tempered: shapeDistribution(left, { ...AS_IT_IS, temperature }),
      top: shapeDistribution(left, { ...AS_IT_IS, temperature, topK }),
    };
    if (stages.tempered[token] === 0) return null;
    return stages.top[token] === 0 ? 'top-k' : 'top-p';
  };
  return { said, offered, cut };
}

function without(said: Float64Array, excluded: readonly number[]): Float64Array | null {
  const left = said.slice();
  for (const token of excluded) left[token] = 0;
  const total = left.reduce((sum, p) => sum + p, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) return null;
  return excluded.length === 0 ? left : left.map((p) => p / total);
}

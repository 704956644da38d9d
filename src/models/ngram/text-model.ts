import type { TextModel, TextState } from '../language/text-model.ts';
import type { Tokenization } from '../text/tokenize.ts';
import { END_TOKEN, type Vocabulary } from '../text/vocabulary.ts';
import type { NgramModel } from './model.ts';
import type { SequenceOptions } from './perplexity.ts';

/**
 * An n-gram model as a model of text. With `start` (as in its counts) every sentence begins after the start mark, also the
 * one after an ⟨EOS⟩; without, a text begins after ⟨EOS⟩ where the vocabulary has it, else after nothing: then the first
 * token is foretold as a single one. A context without probabilities (0/0, no smoothing) gives null. Throws a RangeError
 * when the vocabulary is not the model's.
 */
export function ngramTextModel(
  model: NgramModel,
  vocabulary: Vocabulary,
  { level, ends }: Tokenization,
  { start }: SequenceOptions,
): TextModel {
  if (vocabulary.tokens.length !== model.vocabulary) {
    throw new RangeError(
      `a model of ${model.vocabulary} tokens, a vocabulary of ${vocabulary.tokens.length}`,
    );
  }
  const end = vocabulary.ids.get(END_TOKEN);
  const first = start ? [model.vocabulary] : end === undefined ? [] : [end];
  const next = (context: readonly number[], token: number) =>
    start && token === end ? first : lastOf([...context, token], model.order - 1);
  return {
    level,
    ...(ends ? { ends } : {}),
    vocabulary,
    start: () => stateOf(model, lastOf(first, model.order - 1), next),
  };
}

/** Probabilities are computed whenever they are asked for: a context is short to keep, its distribution is not. */
function stateOf(
  model: NgramModel,
  context: readonly number[],
  next: (context: readonly number[], token: number) => readonly number[],
): TextState {
  return {
    get probabilities() {
      const said = model.distribution(context);
      return said.some(Number.isNaN) ? null : said;
    },
    read(token) {
      if (!(token >= 0 && token < model.vocabulary)) {
        throw new RangeError(`token ${token} is not among 0 … ${model.vocabulary - 1}`);
      }
      return stateOf(model, next(context, token), next);
    },
  };
}

function lastOf(context: readonly number[], count: number): readonly number[] {
  return context.slice(Math.max(0, context.length - count));
}

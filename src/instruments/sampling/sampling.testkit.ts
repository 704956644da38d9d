import type { TextModel, TextState } from '../../models/language/text-model.ts';
import { vocabularyOf } from '../../models/text/vocabulary.ts';

/** After token i comes i + 1 nine times out of ten, else any: a text of which every place can be told. */
export function counting(tokens: readonly string[], { begins = true } = {}): TextModel {
  const vocabulary = vocabularyOf(tokens);
  const after = (last: number): TextState => ({
    probabilities: Float64Array.from(tokens, (_, id) =>
      id === (last + 1) % tokens.length ? 0.9 + 0.1 / tokens.length : 0.1 / tokens.length,
    ),
    read: after,
  });
  return {
    level: 'character',
    vocabulary,
    start: () => (begins ? after(0) : { probabilities: null, read: after }),
  };
}

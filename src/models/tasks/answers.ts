import { END as REVERSE_END, readWord } from './reverse.ts';
import type { TaskSpec } from './spec.ts';
import { spelling } from './spell-digit.ts';
import { verdictOf } from './verdict.ts';
import { vowelOrConsonant } from './vowels.ts';

/** Tasks that any sequence of their tokens may be put to: a learner's own is answered by the same rule as the sampled ones. */
export type AnsweredSpec = Extract<
  TaskSpec,
  { readonly name: 'vowels' | 'spell-digit' | 'verdict' | 'quotes' | 'reverse' }
>;

/**
 * The right answer at every step of a sequence of token texts, null at steps where nothing is asked. All steps null: the task
 * has no answer to such a sequence. For `spell-digit` only the first token counts, and there are as many steps as the
 * spelling has symbols.
 */
export function rightAnswers(spec: AnsweredSpec, tokens: readonly string[]): readonly (string | null)[] {
  switch (spec.name) {
    case 'vowels':
      return tokens.map(vowelOrConsonant);
    case 'spell-digit':
      return spelling(Number(tokens[0]), spec.length);
    case 'verdict':
      return tokens.map((_, t) => (t === tokens.length - 1 ? verdictOf(tokens) : null));
    case 'quotes':
      return tokens.map((_, t) => (marks(tokens.slice(0, t + 1)) % 2 === 1 ? 'inside' : 'outside'));
    case 'reverse': {
      const answer = [...readWord(tokens).toReversed(), REVERSE_END];
      return tokens.map((_, t) => answer[t - answer.length + 1] ?? null);
    }
  }
}

const marks = (tokens: readonly string[]): number => tokens.filter((token) => token === '"').length;

import type { ChoiceRow } from '../../components/plots/ChoiceBars.tsx';
import { topProbabilities } from '../../components/plots/topProbabilities.ts';
import { choiceIn, type GenerateOptions } from '../../models/language/generate.ts';
import type { Choice } from '../../models/sampling/choice.ts';
import { isReady, type Sample } from './sample.ts';

/** The distribution on show. */
export interface ShownChoice {
  readonly choice: Choice;
  /** Settings under which it is, or was, drawn from. */
  readonly options: GenerateOptions;
  /** What was drawn; null for the token to come. */
  readonly drawn: number | null;
}

/** What token `at` was drawn from, under the settings of then; for null what the next one would be, under those of now. */
export function shownChoice(sample: Sample, at: number | null, options: GenerateOptions): ShownChoice | null {
  const drawn = at === null ? undefined : sample.draws[at];
  if (drawn) {
    const choice = choiceIn(drawn.before, drawn.options);
    return choice && { choice, options: drawn.options, drawn: drawn.token };
  }
  const choice = isReady(sample) ? choiceIn(sample.state, options) : null;
  return choice && { choice, options, drawn: null };
}

/** A row for each of the `count` tokens that the model finds most probable and for the drawn one; the others summed. */
export function choiceRows({ choice, drawn }: ShownChoice, tokens: readonly string[], count: number) {
  const { said, offered } = choice;
  const { top, rest, others } = topProbabilities(said, count, drawn);
  const rows: readonly ChoiceRow[] = top.map(({ id, probability }) => ({
    id,
    token: tokens[id] ?? '',
    said: probability,
    offered: offered[id] ?? 0,
    cut: choice.cut(id),
    isDrawn: id === drawn,
  }));
  const shown = rows.reduce((sum, row) => sum + row.offered, 0);
  return { rows, rest: { count: others, said: rest, offered: Math.max(0, 1 - shown) } };
}

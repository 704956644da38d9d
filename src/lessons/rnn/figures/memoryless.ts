import { lane } from '../../../models/cells/lanes.ts';
import type { SequenceTrace } from '../../../models/cells/types.ts';

/**
 * Whether some unit of an RNN answers the same word with the very same number wherever it stands, although it does not answer
 * all words alike: what it says depends on the word and no longer on what came before. Needs a sentence in which a word stands
 * twice, once not at the beginning. Looks at the trace, whatever was done to the weights; values held by hand do not count.
 */
export function hasMemorylessUnit(trace: SequenceTrace): boolean {
  const { spec, size, input, shape, holds } = trace;
  if (spec.kind !== 'rnn' || size.batch !== 1 || input.form !== 'one-hot' || holds.length > 0) return false;
  const ids = [...input.ids];
  if (new Set(ids).size === ids.length || new Set(ids).size < 2) return false;
  return Array.from({ length: shape.hidden }, (_, unit) => isMemoryless(trace, ids, unit)).some(Boolean);
}

function isMemoryless({ values, shape }: SequenceTrace, ids: readonly number[], unit: number): boolean {
  const answers = ids.map((_, step) => lane(values, 'hidden')[step * shape.hidden + unit] ?? Number.NaN);
  const firsts = ids.map((id) => answers[ids.indexOf(id)]);
  const isFunctionOfWord = answers.every((answer, step) => answer === firsts[step]);
  return isFunctionOfWord && new Set(answers).size === new Set(ids).size;
}

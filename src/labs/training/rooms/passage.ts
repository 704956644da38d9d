import type { LanguageConfig } from '../../../instruments/language/run-settings.ts';
import type { RunState } from '../../../store/run-state.ts';

/** Characters of the passage that a model is shown first. */
const LENGTH = 2500;

/**
 * The beginning of what a model does not learn from, else of its text: from the start of a line on, so that it begins as a text
 * does.
 */
export function passageOf(task: RunState['config']['task']): string {
  if (task.kind !== 'next-symbol') return '';
  const { text, heldOut }: LanguageConfig['task'] = task;
  const from = heldOut ? Math.floor(text.length * (1 - heldOut.share)) : 0;
  const line = from === 0 ? 0 : text.indexOf('\n', from) + 1;
  const begin = line > 0 && text.length - line > LENGTH / 2 ? line : from;
  return text.slice(begin, begin + LENGTH);
}

import { graphemes } from '../../layout/textWidth.ts';
import { readReverse } from '../../models/tasks/reverse.ts';
import type { Form } from './forms.ts';

/** What a learner's text came to: the tokens that are read, and what of it no network here could read. */
export interface OwnText {
  readonly tokens: readonly string[];
  readonly unknown: readonly string[];
  /** Tokens that were too many. */
  readonly cut: number;
}

/** Most tokens of a text that are read: a drawing must remain one. */
export const MOST: Readonly<Record<Form, number>> = {
  'one-one': 1,
  'one-many': 1,
  'many-one': 12,
  'many-many': 16,
  unequal: 6,
  output: 1,
};

/** What keyboards and typesetters make of one straight mark. */
const MARKS = /[“”„‟«»"＂]/gu;

function split(form: Form, text: string): readonly string[] {
  if (form === 'many-one') return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return graphemes(text.toLowerCase().replace(MARKS, '"')).filter((each) => each.trim() !== '');
}

/** A text as tokens of the form's task. */
export function readOwn(form: Form, text: string, inputs: readonly string[]): OwnText {
  const pieces = split(form, text);
  const known = pieces.filter((piece) => inputs.includes(piece));
  const tokens = known.slice(0, MOST[form]);
  return {
    tokens: form === 'unequal' ? readReverse(tokens) : tokens,
    unknown: [...new Set(pieces.filter((piece) => !inputs.includes(piece)))],
    cut: known.length - tokens.length,
  };
}

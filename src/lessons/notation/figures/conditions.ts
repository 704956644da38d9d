import { EXAMPLES } from '../../../instruments/tokens/settings.ts';
import type { TokensView } from '../../../instruments/tokens/TokensFigure.tsx';
import { tokenizeWords } from '../../../models/text/tokenize.ts';

/** The course's sentence, and which of its words are names: given. */
export const { sentence: SENTENCE, tags: NAMES } = EXAMPLES[0];

/** Fewest words of a sentence that the network cannot read, and smallest vocabulary that it must not be able to read it with. */
export const LEAST = { words: 4, size: 10_000 } as const;

const words = ({ columns, settings }: TokensView) => (settings.end ? columns.slice(0, -1) : columns);

/** Whether exactly the names of the course's sentence are tagged. */
export function areNamesTagged(view: TokensView): boolean {
  const expected = tokenizeWords(SENTENCE);
  const found = words(view);
  if (view.settings.level !== 'word' || found.length !== expected.length) return false;
  return (
    found.every(({ text }, t) => text === expected[t]) &&
    view.tags.every((tag, t) => tag === (NAMES[t] === '1'))
  );
}

/** Whether at least four words are on show and every one of them is ⟨UNK⟩ to a vocabulary of some size. */
export function isAllUnknown(view: TokensView): boolean {
  const found = words(view);
  return (
    view.settings.level === 'word' &&
    view.size >= LEAST.size &&
    found.length >= LEAST.words &&
    found.every(({ known }) => !known)
  );
}

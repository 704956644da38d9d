import type { ReactNode } from 'react';
import { wordTermMessages } from '../../i18n/messages/word-terms.ts';
import { useLocale, useText } from '../text/useText.tsx';
import { useAboutWords, useTerm, useTermNames } from './TermProvider.tsx';
import type { TermId } from './terms.ts';

/** A term's own name, in the language of the page and of what it is about; the page may have another. */
function useTermName(id: TermId): string {
  const text = useText(wordTermMessages);
  const locale = useLocale();
  const own = useTermNames()[id]?.[locale];
  const isWords = useAboutWords();
  if (own !== undefined) return own;
  if (isWords && (id === 'hidden' || id === 'input' || id === 'output')) return text(`word-term.${id}`);
  return text(`term.${id}`);
}

/**
 * A word of the prose that stands for a part of the model: `<Term id="forget">forget gate</Term>`. Without children it says
 * the term's own name. Hover, focus or press lights the same term everywhere.
 */
export function Term(props: { readonly id: TermId; readonly children?: ReactNode }) {
  const name = useTermName(props.id);
  const { pinned } = useTerm();
  // The click itself is the page root's: one listener for prose, formulas and figures.
  return (
    <button type="button" className="term" data-term={props.id} aria-pressed={pinned === props.id}>
      {props.children ?? name}
    </button>
  );
}

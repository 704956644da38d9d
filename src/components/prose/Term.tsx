import type { ReactNode } from 'react';
import { useText } from '../text/useText.tsx';
import { useTerm } from './TermProvider.tsx';
import type { TermId } from './terms.ts';

/**
 * A word of the prose that stands for a part of the model: `<Term id="forget">forget gate</Term>`. Without children it says
 * the term's own name. Hover, focus or press lights the same term everywhere.
 */
export function Term(props: { readonly id: TermId; readonly children?: ReactNode }) {
  const text = useText();
  const { pinned } = useTerm();
  // The click itself is the page root's: one listener for prose, formulas and figures.
  return (
    <button type="button" className="term" data-term={props.id} aria-pressed={pinned === props.id}>
      {props.children ?? text(`term.${props.id}`)}
    </button>
  );
}

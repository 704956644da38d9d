import katex from 'katex';
import { isTerm, type TermId } from '../../src/components/prose/terms.ts';
import { NOTATIONS, type Notation, notationMacros, usesNotation } from './notation.ts';

export interface RenderedEquation {
  /** KaTeX's HTML with MathML, in Ng's letters. */
  readonly html: string;
  /** The equation in the textbook's letters, where they differ. */
  readonly textbook: string | null;
  /** Linked terms in order of appearance. */
  readonly terms: readonly TermId[];
}

const TRUSTED = new Set(['\\htmlData']);

/**
 * A browser breaks lines after every box, even before a full stop. KaTeX's formulas are boxes; the last one of a formula in a
 * sentence gets a parent that does not break, and keeps what follows beside it.
 */
function bindEnd(html: string): string {
  const [at, end] = [html.lastIndexOf('<span class="katex-base">'), html.length - '</span></span>'.length];
  return `${html.slice(0, at)}<span class="formula-end">${html.slice(at, end)}</span>${html.slice(end)}`;
}

function renderIn(tex: string, display: boolean, notation: Notation): string {
  const html = katex.renderToString(tex, {
    displayMode: display,
    output: 'htmlAndMathml',
    throwOnError: true,
    // Only our own `\term` reaches for HTML; anything else unusual stops the build.
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: (context: { readonly command: string }) => TRUSTED.has(context.command),
    macros: notationMacros(notation),
  } as Parameters<typeof katex.renderToString>[1]);
  return display ? html : bindEnd(html);
}

function termsIn(html: string): readonly TermId[] {
  const found = [...html.matchAll(/data-term="([^"]*)"/g)].map(([, id]) => id);
  const unknown = found.find((id) => !isTerm(id));
  if (unknown !== undefined) throw new Error(`\\term{${unknown}}: no such term; terms.ts lists them`);
  return [...new Set(found.filter(isTerm))];
}

/** One equation, rendered at build time. Throws with KaTeX's message when the TeX is wrong or names an unknown term. */
export function renderEquation(tex: string, display: boolean): RenderedEquation {
  const [html = '', textbook = ''] = NOTATIONS.map((notation) => renderIn(tex, display, notation));
  return { html, textbook: usesNotation(tex) ? textbook : null, terms: termsIn(html) };
}

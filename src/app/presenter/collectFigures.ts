import type { FigureFacts } from './talk.ts';

/** Text of an element without the parts that change as a figure runs, and without numbers that only count on the lesson's page. */
function lastingText(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const passing of copy.querySelectorAll('[data-passing]')) passing.remove();
  return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** The figures of a lesson's page, in reading order. */
export function collectFigures(page: ParentNode): readonly FigureFacts[] {
  return Array.from(page.querySelectorAll('figure[id]'), (figure) => ({
    id: figure.id,
    title: lastingText(figure.querySelector('[data-figure-title]')),
    caption: lastingText(figure.querySelector('figcaption')),
  }));
}

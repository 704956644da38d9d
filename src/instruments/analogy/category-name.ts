import { CATEGORY_NAMES } from '../../models/vectors/question-list.ts';
import { CHARACTER_CATEGORIES } from './character-questions.ts';

const OWN = [...CATEGORY_NAMES, ...CHARACTER_CATEGORIES] as const;

/** A category of the lists that come with the site in the reader's language; one of another file as that calls it. */
export function categoryName(
  name: string,
  text: (code: `analogy.cat-${(typeof OWN)[number]}` | 'analogy.cat-none') => string,
): string {
  const own = OWN.find((each) => each === name);
  if (own) return text(`analogy.cat-${own}`);
  return name === '' ? text('analogy.cat-none') : name;
}

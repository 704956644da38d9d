import type { Locale } from './locale.ts';

/**
 * The messages of one instrument or lesson, in every language. It is loaded with the code that says them; what every page
 * says stands in `messages/index.ts`. Codes are unique across all catalogues.
 */
export type Catalogue<Code extends string = string> = Readonly<
  Record<Locale, Readonly<Record<Code, string>>>
>;

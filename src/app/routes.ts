import { isLocale, type Locale } from '../i18n/locale.ts';

/** What a talk can be about. */
export type Subject = 'lesson' | 'lab';

/** What an address names, without the language. */
export type Page =
  | { readonly name: 'home' }
  | { readonly name: 'lesson'; readonly slug: string }
  | { readonly name: 'lab'; readonly slug: string }
  | { readonly name: 'present' | 'notes'; readonly of: Subject; readonly slug: string }
  | { readonly name: 'settings' }
  | { readonly name: 'bench' }
  | { readonly name: 'gallery'; readonly id: string | null }
  | { readonly name: 'missing'; readonly path: string };

export type Route =
  /** `/`: goes on to the reader's language. */
  { readonly name: 'root' } | { readonly name: 'page'; readonly locale: Locale | null; readonly page: Page };

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** A lesson's stage, or the window of notes beside it. */
function talkPage(slug: string, rest: readonly string[]): Page | null {
  if (rest.length === 0) return { name: 'present', of: 'lesson', slug };
  return rest.length === 1 && rest[0] === 'notes' ? { name: 'notes', of: 'lesson', slug } : null;
}

/** A lab, its stage, or the window of notes. */
function labPage(slug: string, [window, ...rest]: readonly string[]): Page | null {
  if (window === undefined) return { name: 'lab', slug };
  const isTalk = window === 'present' || window === 'notes';
  return isTalk && rest.length === 0 ? { name: window, of: 'lab', slug } : null;
}

/** Where a stage is, or the window of notes beside it. */
function talkPath({ name, of, slug }: Page & { readonly name: 'present' | 'notes' }): string {
  const path = encodeURIComponent(slug);
  if (of === 'lab') return `labs/${path}/${name}`;
  return name === 'present' ? `present/${path}` : `present/${path}/notes`;
}

/** Addresses with pages below them. */
const TREES: ReadonlyMap<string, (slug: string, rest: readonly string[]) => Page | null> = new Map([
  ['present', talkPage],
  ['labs', labPage],
]);

function pageOf(segments: readonly string[]): Page | null {
  const [head, second, ...rest] = segments;
  if (head === undefined) return { name: 'home' };
  const tree = TREES.get(head);
  if (tree && second !== undefined) return tree(second, rest);
  if (rest.length > 0) return null;
  if (head === 'lessons' && second !== undefined) return { name: 'lesson', slug: second };
  if (head === 'gallery') return { name: 'gallery', id: second ?? null };
  if (second !== undefined) return null;
  return head === 'settings' || head === 'bench' ? { name: head } : null;
}

/** The route of a pathname (base path taken off already). A missing page keeps its language when the address has one. */
export function parseRoute(pathname: string): Route {
  const segments = pathname.split('/').filter(Boolean).map(decode);
  const [first, ...rest] = segments;
  if (first === undefined) return { name: 'root' };
  const missing: Page = { name: 'missing', path: pathname };
  if (!isLocale(first)) return { name: 'page', locale: null, page: missing };
  return { name: 'page', locale: first, page: pageOf(rest) ?? missing };
}

/** Pathname of a page in a language; a missing page keeps its path, in the other language where it has one. */
export function pathOf(page: Page, locale: Locale): string {
  switch (page.name) {
    case 'home':
      return `/${locale}/`;
    case 'lesson':
      return `/${locale}/lessons/${encodeURIComponent(page.slug)}`;
    case 'lab':
      return `/${locale}/labs/${encodeURIComponent(page.slug)}`;
    case 'present':
    case 'notes':
      return `/${locale}/${talkPath(page)}`;
    case 'settings':
    case 'bench':
      return `/${locale}/${page.name}`;
    case 'gallery':
      return page.id === null ? `/${locale}/gallery` : `/${locale}/gallery/${encodeURIComponent(page.id)}`;
    case 'missing': {
      const rest = page.path.split('/').filter(Boolean);
      return `/${[locale, ...(isLocale(rest[0]) ? rest.slice(1) : rest)].join('/')}`;
    }
  }
}

/** The part of the query that stays from page to page: the pinned tier. */
export function keptSearch(search: string): string {
  const backend = new URLSearchParams(search).get('backend');
  return backend ? `?${new URLSearchParams({ backend })}` : '';
}

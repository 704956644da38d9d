import { isLocale, type Locale } from '../i18n/locale.ts';

/** What an address names, without the language. */
export type Page =
  | { readonly name: 'home' }
  | { readonly name: 'lesson'; readonly slug: string }
  | { readonly name: 'present'; readonly slug: string }
  | { readonly name: 'notes'; readonly slug: string }
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
  if (rest.length === 0) return { name: 'present', slug };
  return rest.length === 1 && rest[0] === 'notes' ? { name: 'notes', slug } : null;
}

function pageOf(segments: readonly string[]): Page | null {
  const [head, second, ...rest] = segments;
  if (head === undefined) return { name: 'home' };
  if (head === 'present' && second !== undefined) return talkPage(second, rest);
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
    case 'present':
      return `/${locale}/present/${encodeURIComponent(page.slug)}`;
    case 'notes':
      return `/${locale}/present/${encodeURIComponent(page.slug)}/notes`;
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

import { type ComponentProps, createContext, use } from 'react';
import { Link, useSearch } from 'wouter';
import type { Locale } from '../i18n/locale.ts';
import { keptSearch, type Page, pathOf } from './routes.ts';

const PageContext = createContext<Page>({ name: 'home' });
export const PageProvider = PageContext;
export const useCurrentPage = (): Page => use(PageContext);

/** Address of a page in a language, with the part of the query that stays. */
export function useAddress(): (page: Page, locale: Locale) => string {
  const kept = keptSearch(useSearch());
  return (page, locale) => pathOf(page, locale) + kept;
}

type PageLinkProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> & {
  readonly to: Page;
  readonly locale: Locale;
};

/** A link inside the product. */
export function PageLink({ to, locale, children, ...rest }: PageLinkProps) {
  const address = useAddress();
  return (
    <Link href={address(to, locale)} {...rest}>
      {children}
    </Link>
  );
}

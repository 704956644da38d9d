import { Fragment, useEffect } from 'react';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '../components/prose/ErrorBoundary.tsx';
import { LocaleProvider } from '../components/text/useText.tsx';
import { type Locale, preferredLocale } from '../i18n/locale.ts';
import { useSettings } from '../store/settings.ts';
import { useAppearance } from './appearance.ts';
import { usePageHead } from './head.ts';
import { PageProvider } from './navigation.tsx';
import { CurrentPage } from './pages/CurrentPage.tsx';
import { type Page, parseRoute, pathOf } from './routes.ts';
import { Shell } from './shell/Shell.tsx';
import { subjectOf } from './subjects.ts';
import { useArrival } from './useArrival.ts';
import { useSpokenLocale } from './useSpokenLocale.ts';

/** The remembered language, else the browser's. */
function useReaderLocale(): Locale {
  const chosen = useSettings((state) => state.locale);
  return chosen ?? preferredLocale(navigator.languages);
}

export function App() {
  const [pathname] = useLocation();
  const reader = useReaderLocale();
  const route = parseRoute(pathname);
  useAppearance();
  if (route.name === 'root') return <ToHome locale={reader} />;
  return <SpokenPage page={route.page} locale={route.locale ?? reader} />;
}

/** Shows nothing before there are words for it. */
function SpokenPage({ page, locale }: { readonly page: Page; readonly locale: Locale }) {
  const spoken = useSpokenLocale(locale);
  return spoken && <LocalisedPage page={page} locale={spoken} />;
}

/** `/` has no language: go on to the reader's, query and fragment kept. */
function ToHome({ locale }: { readonly locale: Locale }) {
  const [, navigate] = useLocation();
  useEffect(() => {
    navigate(pathOf({ name: 'home' }, locale) + location.search + location.hash, { replace: true });
  }, [navigate, locale]);
  return null;
}

function LocalisedPage({ page, locale }: { readonly page: Page; readonly locale: Locale }) {
  usePageHead(page, locale);
  const key = pathOf(page, 'en');
  useArrival(key);
  // The windows of a talk fill the screen: no bar, no navigation. A lesson that does not exist is a page like any other.
  const isTalk = (page.name === 'present' || page.name === 'notes') && subjectOf(page) !== undefined;
  const Frame = isTalk ? Fragment : Shell;
  return (
    <LocaleProvider locale={locale}>
      <PageProvider value={page}>
        <ErrorBoundary scope="page">
          <Frame>
            <ErrorBoundary key={key} scope="page">
              <CurrentPage page={page} />
            </ErrorBoundary>
          </Frame>
        </ErrorBoundary>
      </PageProvider>
    </LocaleProvider>
  );
}

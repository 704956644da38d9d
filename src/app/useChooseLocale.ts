import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { Locale } from '../i18n/locale.ts';
import { useSettings } from '../store/settings.ts';
import { useCurrentPage } from './navigation.tsx';
import { pathOf } from './routes.ts';

/** Remembers a language and shows this same page in it: query and fragment stay. */
export function useChooseLocale(): (locale: Locale) => void {
  const page = useCurrentPage();
  const [, navigate] = useLocation();
  const change = useSettings((state) => state.change);
  return useCallback(
    (locale) => {
      change({ locale });
      navigate(pathOf(page, locale) + location.search + location.hash);
    },
    [page, navigate, change],
  );
}

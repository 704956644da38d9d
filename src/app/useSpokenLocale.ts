import { useEffect, useState } from 'react';
import { languageOf, loadLanguage } from '../i18n/language.ts';
import { LOCALES, type Locale } from '../i18n/locale.ts';

/** Loads a language, or any other rather than none; null when none can be had. */
async function loadAny(wanted: Locale): Promise<Locale | null> {
  for (const locale of [wanted, ...LOCALES]) {
    try {
      await loadLanguage(locale);
      return locale;
    } catch {
      // The next one may be in the browser's cache.
    }
  }
  return null;
}

/** The wanted language as soon as its words are there; until then the one before, and null at the very first. */
export function useSpokenLocale(wanted: Locale): Locale | null {
  const [spoken, setSpoken] = useState<Locale | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadAny(wanted).then((locale) => {
      if (isWanted && locale) setSpoken(locale);
    });
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return languageOf(wanted) ? wanted : spoken;
}

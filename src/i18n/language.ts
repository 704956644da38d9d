import { LOCALES, type Locale } from './locale.ts';
import { LANGUAGES, type Messages } from './messages/index.ts';

const loaded: Partial<Record<Locale, Messages>> = {};
const loading: Partial<Record<Locale, Promise<void>>> = {};

/** Fetches what every page says in that language, once. Rejects when it cannot be fetched; then it may be tried again. */
export function loadLanguage(locale: Locale): Promise<void> {
  loading[locale] ??= LANGUAGES[locale]().then(
    ({ messages }) => {
      loaded[locale] = messages;
    },
    (error: unknown) => {
      delete loading[locale];
      throw error;
    },
  );
  return loading[locale];
}

/** All languages: for tests, and for tools that compare them. */
export async function loadLanguages(): Promise<void> {
  await Promise.all(LOCALES.map(loadLanguage));
}

/** Null until it is loaded. */
export function languageOf(locale: Locale): Messages | null {
  return loaded[locale] ?? null;
}

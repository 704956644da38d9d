export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** BCP 47 tags for `lang` attributes and Intl: our Chinese is Simplified. */
export const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-Hans' };

/** The first of the browser's languages that we speak; English otherwise. */
export function preferredLocale(languages: readonly string[]): Locale {
  const found = languages.map((tag) => tag.toLowerCase().split('-')[0]).find(isLocale);
  return found ?? 'en';
}

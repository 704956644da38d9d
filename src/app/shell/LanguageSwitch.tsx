import type { MouseEvent } from 'react';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG, LOCALES, type Locale } from '../../i18n/locale.ts';
import { useAddress, useCurrentPage } from '../navigation.tsx';
import { useChooseLocale } from '../useChooseLocale.ts';
import styles from './TopBar.module.css';

/** Each language in its own words. */
const NAMES: Readonly<Record<Locale, { readonly short: string; readonly full: string }>> = {
  en: { short: 'EN', full: 'English' },
  zh: { short: '中文', full: '中文' },
};

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** EN · 中文: the same page in the other language. Links, so that they can be copied or opened beside. */
export function LanguageSwitch() {
  const text = useText();
  const current = useLocale();
  const page = useCurrentPage();
  const address = useAddress();
  const choose = useChooseLocale();
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const onClick = (locale: Locale) => (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    choose(locale);
  };
  return (
    <nav className={styles.languages} aria-label={text('shell.language')}>
      {LOCALES.map((locale) => (
        <a
          key={locale}
          href={base + address(page, locale)}
          hrefLang={LANGUAGE_TAG[locale]}
          lang={LANGUAGE_TAG[locale]}
          aria-label={NAMES[locale].full}
          aria-current={locale === current ? 'true' : undefined}
          onClick={onClick(locale)}
        >
          {NAMES[locale].short}
        </a>
      ))}
    </nav>
  );
}

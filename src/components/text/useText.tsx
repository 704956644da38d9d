import { createContext, type ReactNode, use, useCallback } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import type { MessageCode } from '../../i18n/messages/index.ts';
import { type MessageValues, translate } from '../../i18n/translate.ts';

const LocaleContext = createContext<Locale>('en');

/** The app sets the language once; components read it here and stay free of any store. */
export function LocaleProvider(props: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LocaleContext value={props.locale}>{props.children}</LocaleContext>;
}

export const useLocale = (): Locale => use(LocaleContext);

/** `text(code, values)` in the reader's language. */
export function useText(): (code: MessageCode, values?: MessageValues) => string {
  const locale = useLocale();
  return useCallback((code, values) => translate(locale, code, values), [locale]);
}

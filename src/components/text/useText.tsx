import { createContext, type ReactNode, use, useCallback } from 'react';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { MessageCode } from '../../i18n/messages/index.ts';
import { type MessageValues, translate } from '../../i18n/translate.ts';

const LocaleContext = createContext<Locale>('en');

/** The app sets the language once; components read it here and stay free of any store. */
export function LocaleProvider(props: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LocaleContext value={props.locale}>{props.children}</LocaleContext>;
}

export const useLocale = (): Locale => use(LocaleContext);

/** Says a message in the reader's language. */
type Say<Code> = (code: Code, values?: MessageValues) => string;

/** `text(code, values)` in the reader's language; `own` adds the messages of an instrument or a lesson. */
export function useText<Code extends string>(own: Catalogue<Code>): Say<MessageCode | Code>;
export function useText(): Say<MessageCode>;
export function useText(own?: Catalogue): Say<string> {
  const locale = useLocale();
  return useCallback((code, values) => translate<string>(locale, code, values, own), [locale, own]);
}

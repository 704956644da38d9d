import type { Locale } from '../locale.ts';
import type { messages } from './en/index.ts';

export type MessageCode = keyof typeof messages;
/** What every page says, in one language. */
export type Messages = Readonly<Record<MessageCode, string>>;

/** A reader needs one language; the other is fetched when it is asked for. */
export const LANGUAGES: Readonly<Record<Locale, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./en/index.ts'),
  zh: () => import('./zh/index.ts'),
};

import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './catalogue.ts';
import { languageOf } from './language.ts';
import { LANGUAGE_TAG, type Locale } from './locale.ts';
import type { MessageCode } from './messages/index.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** A message as a build leaves it: plain words, or a pattern that is parsed already (`scripts/messages`). */
type Message = ConstructorParameters<typeof IntlMessageFormat>[0];

const compiled = new Map<string, { format(values: MessageValues): unknown }>();

/**
 * A message code and its values (ICU MessageFormat), as text in one language. Codes are looked up among the common
 * messages, which must have been loaded (`loadLanguage`), and in `own`, an instrument's or a lesson's. Values are inserted
 * as they are: text from a learner stays text.
 */
export function translate<Code extends string = never>(
  locale: Locale,
  code: MessageCode | Code,
  values: MessageValues = {},
  own?: Catalogue<Code>,
): string {
  const key = `${locale} ${code}`;
  let format = compiled.get(key);
  if (!format) {
    const messages: Readonly<Record<string, Message>> = { ...own?.[locale], ...languageOf(locale) };
    const message = messages[code];
    // Nothing is kept of a code whose words have not come yet.
    if (message === undefined) return code;
    format = formatOf(message, locale);
    compiled.set(key, format);
  }
  return String(format.format(values));
}

function formatOf(message: Message, locale: Locale): { format(values: MessageValues): unknown } {
  if (typeof message === 'string' && !/[{}]|''/.test(message)) return { format: () => message };
  return new IntlMessageFormat(message, LANGUAGE_TAG[locale], undefined, { ignoreTag: true });
}

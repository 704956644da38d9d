import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './catalogue.ts';
import { LANGUAGE_TAG, type Locale } from './locale.ts';
import { COMMON, type MessageCode } from './messages/index.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * A message code and its values (ICU MessageFormat), as text in one language. Codes are looked up among the common
 * messages and in `own`, an instrument's or a lesson's. Values are inserted as they are: text from a learner stays text.
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
    const messages: Readonly<Record<string, string>> = { ...own?.[locale], ...COMMON[locale] };
    format = new IntlMessageFormat(messages[code] ?? code, LANGUAGE_TAG[locale], undefined, {
      ignoreTag: true,
    });
    compiled.set(key, format);
  }
  return String(format.format(values));
}

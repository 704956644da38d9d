import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGE_TAG, type Locale } from './locale.ts';
import { CATALOGUES, type MessageCode } from './messages/index.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * A message code and its values (ICU MessageFormat), as text in one language. Values are inserted as they are: text from a
 * learner stays text.
 */
export function translate(locale: Locale, code: MessageCode, values: MessageValues = {}): string {
  const key = `${locale} ${code}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(CATALOGUES[locale][code], LANGUAGE_TAG[locale], undefined, {
      ignoreTag: true,
    });
    compiled.set(key, format);
  }
  return String(format.format(values));
}

import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAG, LOCALES } from '../locale.ts';
import { CATALOGUES, type MessageCode } from './index.ts';

const codes = Object.keys(CATALOGUES.en) as MessageCode[];

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const ARGUMENT_TYPES = [1, 2, 3, 4, 5, 6];

/** Names of the values that a message asks for. */
function argumentsOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => [
    ...(ARGUMENT_TYPES.includes(part.type) && part.value !== undefined ? [part.value] : []),
    ...Object.values(part.options ?? {}).flatMap(({ value }) => argumentsOf(value)),
  ]);
}
const parse = (locale: 'en' | 'zh', code: MessageCode) =>
  new IntlMessageFormat(CATALOGUES[locale][code], LANGUAGE_TAG[locale], undefined, {
    ignoreTag: true,
  }).getAst();

describe.each(LOCALES)('messages in %s', (locale) => {
  it('are written, and parse', () => {
    for (const code of codes) {
      expect(CATALOGUES[locale][code], code).not.toBe('');
      expect(() => parse(locale, code), code).not.toThrow();
    }
  });
});

describe('messages', () => {
  it('ask for the same values in both languages', () => {
    for (const code of codes) {
      const [en, zh] = LOCALES.map((locale) => new Set(argumentsOf(parse(locale, code) as readonly Part[])));
      expect([...(zh ?? [])].sort(), code).toEqual([...(en ?? [])].sort());
    }
  });

  it('are in Chinese where they are in Chinese', () => {
    const words = (code: MessageCode) => CATALOGUES.zh[code].replace(/\{\w+\}|Unrolled/g, '');
    const untranslated = codes.filter(
      (code) => /[a-z]{4}/.test(words(code)) && CATALOGUES.zh[code] === CATALOGUES.en[code],
    );
    expect(untranslated).toEqual([]);
  });
});

import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { LANGUAGE_TAG, LOCALES, type Locale } from '../locale.ts';
import { messages as en } from './en/index.ts';
import { messages as zh } from './zh/index.ts';

/** Every catalogue of an instrument or a lesson, wherever it stands. */
const modules = import.meta.glob<Record<string, unknown>>(
  ['./*.ts', '../../{lessons,labs}/*/messages.ts', '!./*.test.ts', '!./index.ts'],
  { eager: true },
);
const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && LOCALES.every((locale) => locale in value);
const OWN = Object.values(modules).flatMap((module) => Object.values(module).filter(isCatalogue));
const ALL: readonly Catalogue[] = [{ en, zh }, ...OWN];

const merged = (locale: Locale): Readonly<Record<string, string>> =>
  Object.assign({}, ...ALL.map((catalogue) => catalogue[locale]));
const MESSAGES = { en: merged('en'), zh: merged('zh') };
const say = (locale: Locale, code: string): string => MESSAGES[locale][code] ?? '';
const codes = ALL.flatMap((catalogue) => Object.keys(catalogue.en));

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
const parse = (locale: Locale, code: string) =>
  new IntlMessageFormat(say(locale, code), LANGUAGE_TAG[locale], undefined, {
    ignoreTag: true,
  }).getAst();

describe.each(LOCALES)('messages in %s', (locale) => {
  it('are written, and parse', () => {
    for (const code of codes) {
      expect(say(locale, code), code).not.toBe('');
      expect(() => parse(locale, code), code).not.toThrow();
    }
  });
});

describe('messages', () => {
  it('of instruments and lessons are found', () => {
    expect(OWN.length).toBeGreaterThan(2);
  });

  it('have codes that no other catalogue uses', () => {
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  it('ask for the same values in both languages', () => {
    for (const code of codes) {
      const [en, zh] = LOCALES.map((locale) => new Set(argumentsOf(parse(locale, code) as readonly Part[])));
      expect([...(zh ?? [])].sort(), code).toEqual([...(en ?? [])].sort());
    }
  });

  it('are in Chinese where they are in Chinese', () => {
    const words = (code: string) =>
      say('zh', code).replace(/\{\w+\}|Unrolled|TypeScript|Skip-gram|tanh/g, '');
    const untranslated = codes.filter(
      (code) => /[a-z]{4}/.test(words(code)) && say('zh', code) === say('en', code),
    );
    expect(untranslated).toEqual([]);
  });
});

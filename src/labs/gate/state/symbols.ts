import { type Codec, fitBytes } from '../../../url/codecs.ts';

/** Tokens by id out of such text; null: there are none, or it is no list of different texts. */
export function readSymbols(text: string): readonly string[] | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    const isList =
      Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
    return isList && new Set(value).size === value.length ? value : null;
  } catch {
    return null;
  }
}

/** A vocabulary as text in a link, at most `limit` bytes: whole or not at all. */
export const symbolList = (limit: number): Codec<string> => ({
  fallback: '',
  read(text, otherwise = '') {
    if (text === '' || readSymbols(text)) return { value: text, problem: null };
    return { value: otherwise, problem: { code: 'url.mangled', found: fitBytes(text, 40), used: '–' } };
  },
  write: (value) => (fitBytes(value, limit) === value ? value : ''),
  equal: (a, b) => a === b,
});

/**
 * One field of a figure's state, as it stands in a link: how it is read, clamped and written. A value that cannot be used never
 * breaks the page: the nearest sensible one is taken and a notice says so.
 */
export interface Codec<T> {
  readonly fallback: T;
  /** `otherwise` replaces the fallback for a text that cannot be read at all. */
  read(text: string, otherwise?: T): Read<T>;
  write(value: T): string;
  equal(a: T, b: T): boolean;
}

/** What was wrong with a field's text; the key is added by the table. */
export type Problem =
  | { readonly code: 'url.not-a-number'; readonly found: string; readonly used: string }
  | {
      readonly code: 'url.out-of-range';
      readonly found: string;
      readonly used: string;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly code: 'url.unknown-choice';
      readonly found: string;
      readonly used: string;
      readonly choices: string;
    }
  | { readonly code: 'url.too-long'; readonly found: string; readonly used: string }
  | { readonly code: 'url.mangled'; readonly found: string; readonly used: string };

export interface Read<T> {
  readonly value: T;
  readonly problem: Problem | null;
}

const fine = <T>(value: T): Read<T> => ({ value, problem: null });
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const same = <T>(a: T, b: T): boolean => Object.is(a, b);

interface Range {
  readonly low: number;
  readonly high: number;
}

function readNumber(
  text: string,
  range: Range,
  fallback: number,
  round: (value: number) => number,
): Read<number> {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(number)) {
    return {
      value: fallback,
      problem: { code: 'url.not-a-number', found: shorten(text), used: String(fallback) },
    };
  }
  const value = Math.min(range.high, Math.max(range.low, round(number)));
  if (value === number) return fine(value);
  return {
    value,
    problem: { code: 'url.out-of-range', found: shorten(text), used: String(value), ...range },
  };
}

/** A whole number in [low, high]. */
export const integer = (fallback: number, low: number, high: number): Codec<number> => ({
  fallback,
  read: (text, otherwise = fallback) => readNumber(text, { low, high }, otherwise, Math.round),
  write: String,
  equal: same,
});

/** A real number in [low, high]. */
export const real = (fallback: number, low: number, high: number): Codec<number> => ({
  fallback,
  read: (text, otherwise = fallback) => readNumber(text, { low, high }, otherwise, (value) => value),
  write: String,
  equal: same,
});

/** A number, or `none`. */
export const maybe = (inner: Codec<number>, fallback: number | null): Codec<number | null> => ({
  fallback,
  read: (text, otherwise = fallback) =>
    text === 'none' ? fine(null) : inner.read(text, otherwise ?? inner.fallback),
  write: (value) => (value === null ? 'none' : inner.write(value)),
  equal: same,
});

/** One of a fixed list of words. */
export const choice = <const T extends string>(fallback: T, choices: readonly T[]): Codec<T> => ({
  fallback,
  read(text, otherwise = fallback) {
    const found = choices.find((one) => one === text);
    if (found !== undefined) return fine(found);
    const problem = {
      code: 'url.unknown-choice',
      found: shorten(text),
      used: otherwise,
      choices: choices.join(', '),
    } as const;
    return { value: otherwise, problem };
  },
  write: (value) => value,
  equal: same,
});

/** `1` or `0`. */
export const flag = (fallback: boolean): Codec<boolean> => ({
  fallback,
  read: (text) => fine(text !== '0' && text !== 'false'),
  write: (value) => (value ? '1' : '0'),
  equal: same,
});

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The longest beginning of a text that fits in so many UTF-8 bytes, never cutting a character in two. */
export function fitBytes(text: string, limit: number): string {
  if (bytes(text) <= limit) return text;
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += bytes(character);
    if (used > limit) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Any text, at most `limit` bytes of UTF-8. */
export const text = (fallback: string, limit: number): Codec<string> => ({
  fallback,
  read(value) {
    const used = fitBytes(value, limit);
    if (used === value) return fine(value);
    return { value: used, problem: { code: 'url.too-long', found: `${bytes(value)} B`, used: `${limit} B` } };
  },
  write: (value) => fitBytes(value, limit),
  equal: same,
});

/** A list of equal tuples of numbers, `a.b.c_a.b.c`; a tuple that does not parse is left out, and said. */
export const tuples = (width: number, most: number): Codec<readonly (readonly number[])[]> => ({
  fallback: [],
  read(value) {
    const parts = value === '' ? [] : value.split('_');
    const parsed = parts.map((part) => part.split('~').map(Number));
    const good = parsed.filter((row) => row.length === width && row.every(Number.isFinite)).slice(0, most);
    const complete = good.length === parts.length;
    return {
      value: good,
      problem: complete ? null : { code: 'url.mangled', found: shorten(value), used: String(good.length) },
    };
  },
  write: (rows) => rows.map((row) => row.join('~')).join('_'),
  equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

const toBase64 = (values: Float32Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(values.buffer, values.byteOffset, values.byteLength)))
    .replaceAll('+', '-')
    .replaceAll('/', '.')
    .replaceAll('=', '');

function fromBase64(value: string): Float32Array | null {
  try {
    const binary = atob(value.replaceAll('-', '+').replaceAll('.', '/'));
    const raw = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    if (raw.length % 4 !== 0) return null;
    const values = new Float32Array(raw.buffer);
    return values.every(Number.isFinite) ? values : null;
  } catch {
    return null;
  }
}

/** Parameters as 32-bit floats in base64 (little-endian, as every browser's machine is), or nothing. */
export const weights = (mostBytes: number): Codec<Float32Array | null> => ({
  fallback: null,
  read(value) {
    const values = value.length > mostBytes ? null : fromBase64(value);
    return {
      value: values,
      problem: values ? null : { code: 'url.mangled', found: shorten(value), used: '–' },
    };
  },
  write(values) {
    if (!values) return '';
    const written = toBase64(values);
    return written.length <= mostBytes ? written : '';
  },
  equal: (a, b) => a === b,
});

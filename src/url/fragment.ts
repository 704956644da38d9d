import type { Codec, Problem } from './codecs.ts';

/** The one table that turns a figure's state into a link and back. Keys are what the reader sees in the address. */
export type Table<T> = { readonly [K in keyof T]: { readonly key: string; readonly codec: Codec<T[K]> } };

/** A field of a link that could not be taken as it stood. */
export type UrlNotice = Problem & { readonly key: string };

/** The fragment names the figure it belongs to: `#figure=unrolled&h=16`. */
const FIGURE_KEY = 'figure';

/**
 * URLSearchParams reads any text; only undecodable percent signs need care, and it leaves those as they are.
 * The result is null when the fragment does not speak of this figure.
 */
export function readFragment<T extends object>(
  table: Table<T>,
  figure: string,
  hash: string,
): { readonly state: Partial<T>; readonly notices: readonly UrlNotice[] } | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  if (parameters.get(FIGURE_KEY) !== figure) return null;
  const state: Partial<T> = {};
  const notices: UrlNotice[] = [];
  for (const field of Object.keys(table) as (keyof T)[]) {
    const { key, codec } = table[field];
    const found = parameters.get(key);
    if (found === null) continue;
    const { value, problem } = codec.read(found, codec.fallback);
    state[field] = value;
    if (problem) notices.push({ ...problem, key });
  }
  return { state, notices };
}

/** The fragment that carries every field which differs from its fallback. */
export function writeFragment<T extends object>(table: Table<T>, figure: string, state: T): string {
  const parameters = new URLSearchParams([[FIGURE_KEY, figure]]);
  for (const field of Object.keys(table) as (keyof T)[]) {
    const { key, codec } = table[field];
    if (codec.equal(state[field], codec.fallback)) continue;
    const written = codec.write(state[field]);
    if (written !== '') parameters.set(key, written);
  }
  return `#${parameters.toString()}`;
}

/** Every field at its fallback. */
export function fallbackState<T extends object>(table: Table<T>): T {
  const fields = Object.keys(table) as (keyof T)[];
  return Object.fromEntries(fields.map((field) => [field, table[field].codec.fallback])) as T;
}

/** The same table with other fallbacks for some of its fields, as a lesson or an instrument's user wants them. */
export function withFallbacks<T extends object>(table: Table<T>, fallbacks: Partial<T>): Table<T> {
  const entries = (Object.keys(table) as (keyof T)[]).map((field) => {
    const { key, codec } = table[field];
    const fallback = fallbacks[field];
    return [field, { key, codec: fallback === undefined ? codec : { ...codec, fallback } }];
  });
  return Object.fromEntries(entries) as Table<T>;
}

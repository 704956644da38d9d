/** What can be undone, newest last, and what can be done again, next one last. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** Names what the last change was about: the next one of the same name joins it. Null: nothing joins it. */
  readonly about: string | null;
}

/** Changes that are kept; the oldest give way. */
const MOST = 100;
/** Numbers that all of them may hold together: a quarter of a gigabyte. */
const MOST_NUMBERS = 2 ** 25;

/** Changes that are kept of something that holds so many numbers. */
export const mostKept = (numbers: number): number =>
  Math.min(MOST, Math.max(4, Math.floor(MOST_NUMBERS / Math.max(1, numbers))));

export const EMPTY_HISTORY: History<never> = { past: [], future: [], about: null };

/** Before a change: `now` is what it can be undone to. A run of changes about the same thing is undone at once. */
export function remember<T>(
  history: History<T>,
  now: T,
  about: string | null = null,
  most = MOST,
): History<T> {
  const joins = about !== null && about === history.about && history.past.length > 0;
  const past = joins ? history.past : [...history.past, now].slice(-most);
  return { past, future: [], about };
}

/** What the last change is undone to; null: there is none. */
export function undo<T>(
  { past, future }: History<T>,
  now: T,
): { readonly history: History<T>; readonly to: T } | null {
  const to = past.at(-1);
  if (to === undefined) return null;
  return { history: { past: past.slice(0, -1), future: [...future, now], about: null }, to };
}

/** What the last undone change leads to again; null: there is none. */
export function redo<T>(
  { past, future }: History<T>,
  now: T,
): { readonly history: History<T>; readonly to: T } | null {
  const to = future.at(-1);
  if (to === undefined) return null;
  return { history: { past: [...past, now], future: future.slice(0, -1), about: null }, to };
}

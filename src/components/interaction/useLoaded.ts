import { useCallback, useEffect, useState } from 'react';

/** A part of the page that is fetched when needed: like React.lazy, but a failure can be tried again. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

interface Kept<T> {
  readonly load: () => Promise<T>;
  readonly loaded: Loaded<T>;
}

/**
 * Loads when `load` changes (keep it stable); the second value tries again. What was loaded before stays until its successor is
 * there, so that a page does not collapse while it changes language.
 */
export function useLoaded<T>(load: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [attempt, setAttempt] = useState(0);
  const [kept, setKept] = useState<Kept<T> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again
  useEffect(() => {
    let wanted = true;
    const settle = (loaded: Loaded<T>) => {
      if (wanted) setKept({ load, loaded });
    };
    load().then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) => settle({ state: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [load, attempt]);
  const retry = useCallback(() => {
    setKept(null);
    setAttempt((count) => count + 1);
  }, []);
  const usable = kept && (kept.load === load || kept.loaded.state === 'ready');
  return [usable ? kept.loaded : { state: 'loading' }, retry];
}

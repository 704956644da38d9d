/** The part of the browser's locks that is used here. */
export type Locks = Pick<LockManager, 'request'>;

const browserLocks = (): Locks | undefined => globalThis.navigator?.locks;

/**
 * A worker that is killed, by the browser or by itself, tells nobody. But it lets go of its locks. So it holds one for as
 * long as it lives, and the page, which asks for the same one, gets it when the worker is gone. Resolves with the lock's
 * name once it is held; with null where there are no locks.
 */
export function holdLifeline(locks: Locks | undefined = browserLocks()): Promise<string | null> {
  if (!locks) return Promise.resolve(null);
  const name = `unrolled-worker-${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    const hold = () => {
      resolve(name);
      return new Promise<never>(() => {});
    };
    locks.request(name, hold).catch(() => resolve(null));
  });
}

/** Calls back once, when whoever holds the lifeline is gone. The result ends the watch. */
export function watchLifeline(
  name: string,
  onGone: () => void,
  locks: Locks | undefined = browserLocks(),
): () => void {
  const watch = new AbortController();
  const gone = () => {
    if (!watch.signal.aborted) onGone();
  };
  // Ending the watch rejects the request.
  locks?.request(name, { signal: watch.signal }, gone).catch(() => {});
  return () => watch.abort();
}

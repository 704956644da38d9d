/** Milliseconds that a portion may take at least and at most. */
const LEAST_MS = 2;
const MOST_MS = 6;

/** How many sentences are learnt at a time. */
export interface Portions {
  /** Of the next portion. */
  size(): number;
  /** So many sentences took so long, ms: fewer than `size` at the end of an epoch, or where fewer were asked for. */
  took(sentences: number, ms: number): void;
}

/**
 * One thread learns sentence by sentence. Several wait for one another at the end of a portion: it is as large as makes the wait
 * small and lets a pause land soon, which depends on the machine, but so do the numbers then.
 */
export function createPortions(threads: number): Portions {
  if (threads === 1) return { size: () => 1, took() {} };
  let size = threads;
  return {
    size: () => size,
    took(sentences, ms) {
      // A portion that was cut short says nothing against a whole one.
      if (ms < LEAST_MS && sentences >= size) size *= 2;
      else if (ms > MOST_MS) size = Math.max(threads, Math.floor(sentences / 2));
    },
  };
}

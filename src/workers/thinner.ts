/** Points of a loss curve kept between two frames. */
export const CURVE_LIMIT = 512;

/** Keeps an even sample of a stream of unknown length. */
export interface Thinner<T> {
  push(item: T): void;
  /** The kept items, oldest first; the last item pushed is always among them. Empties the thinner. */
  take(): T[];
}

/**
 * Keeps at most `limit` items (at least 2): when full, every second one goes and from then on only every
 * second new one stays, and so on. Items that are not kept go to `discard`, which frees what they hold.
 */
export function createThinner<T>(limit: number, discard: (item: T) => void = () => {}): Thinner<T> {
  let kept: T[] = [];
  let stride = 1;
  let count = 0;
  /** The newest item while its turn to be kept has not come. */
  let newest: { readonly item: T } | null = null;

  const halve = () => {
    kept.forEach((item, i) => {
      if (i % 2 === 1) discard(item);
    });
    kept = kept.filter((_, i) => i % 2 === 0);
    stride *= 2;
  };
  const push = (item: T) => {
    if (newest) discard(newest.item);
    newest = null;
    // One place stays free for the newest.
    if (count % stride === 0 && kept.length === limit - 1) halve();
    if (count % stride === 0) kept.push(item);
    else newest = { item };
    count++;
  };
  const take = () => {
    const items = newest ? [...kept, newest.item] : kept;
    kept = [];
    stride = 1;
    count = 0;
    newest = null;
    return items;
  };
  return { push, take };
}

import { useEffect, useSyncExternalStore } from 'react';
import type { Published } from './published.ts';

/** What another figure of the page shows now; null while it shows nothing. */
export const usePublished = <T>(published: Published<T>): T | null =>
  useSyncExternalStore(published.subscribe, published.get, published.get);

/** Shows a value to the page's other figures for as long as this one is mounted. */
export function usePublish<T>(published: Published<T>, value: T | null): void {
  useEffect(() => published.publish(value), [published, value]);
  useEffect(() => () => published.publish(null), [published]);
}

import type { DBSchema } from 'idb';

/** What one page leaves for another that opens in a tab of its own: any value that a browser can store. */
export interface Handover<T> {
  /** False: the browser would not store it. The last one wins. */
  leave(name: string, value: T): Promise<boolean>;
  /** What was left under this name, once; null: nothing is, or storage cannot be read. */
  take(name: string): Promise<T | null>;
}

interface Schema extends DBSchema {
  left: { key: string; value: unknown };
}

/** Nothing here throws. What is left stays until it is taken, also over a reload of either page. */
export function createHandover<T>(database = 'unrolled-handover'): Handover<T> {
  const open = async () => {
    const { openDB } = await import('idb');
    return openDB<Schema>(database, 1, {
      upgrade(made) {
        made.createObjectStore('left');
      },
    });
  };
  return {
    async leave(name, value) {
      try {
        const opened = await open();
        await opened.put('left', value, name);
        opened.close();
        return true;
      } catch {
        return false;
      }
    },
    async take(name) {
      try {
        const opened = await open();
        const exchange = opened.transaction('left', 'readwrite');
        const value = await exchange.store.get(name);
        await exchange.store.delete(name);
        await exchange.done;
        opened.close();
        return (value as T | undefined) ?? null;
      } catch {
        return null;
      }
    },
  };
}

import type { PersistStorage } from 'zustand/middleware';

/** The three calls of localStorage that a store needs. */
export interface TextStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** What a store finds instead of its state when the stored text is not JSON. */
export const UNREADABLE = 'unreadable';

/** localStorage, or nothing kept at all where the browser forbids it. */
export function browserStorage(): TextStorage {
  try {
    const storage = globalThis.localStorage;
    storage.getItem('unrolled');
    return storage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}

function parse(text: string): { readonly state: unknown; readonly version?: number } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'state' in value) return value;
  } catch {
    // Falls through: text of another hand.
  }
  return { state: UNREADABLE };
}

/** Storage that never throws: broken text reads as `UNREADABLE`, a full disk keeps nothing. */
export function forgivingStorage<State>(storage: TextStorage): PersistStorage<State> {
  return {
    getItem: (name) => {
      const text = storage.getItem(name);
      // The store's `merge` judges what it gets; until then it is of no known type.
      return text === null ? null : (parse(text) as { state: State; version?: number });
    },
    setItem: (name, value) => {
      try {
        storage.setItem(name, JSON.stringify(value));
      } catch {
        // Private mode or quota: the choice lasts as long as the page.
      }
    },
    removeItem: (name) => storage.removeItem(name),
  };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import type { TextStorage } from './settings-storage.ts';

/** A localStorage of one test. */
export function memoryStorage(initial: Readonly<Record<string, string>> = {}): TextStorage {
  const kept = new Map(Object.entries(initial));
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

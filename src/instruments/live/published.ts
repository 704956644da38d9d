/** A value that one figure of a page shows to others: the running model, say. Null: nothing is running. */
export interface Published<T> {
  readonly get: () => T | null;
  readonly publish: (value: T | null) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

export function createPublished<T>(): Published<T> {
  let current: T | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    publish(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

export interface Conditions {
  /** Whether a figure has said that this holds now. */
  holds(name: string): boolean;
  publish(name: string, holds: boolean): void;
  subscribe(listener: () => void): () => void;
}

/** What the figures of a page say about their running models, by name; `do` checkpoints listen. */
export function createConditions(): Conditions {
  const held = new Set<string>();
  const listeners = new Set<() => void>();
  return {
    holds: (name) => held.has(name),
    publish: (name, holds) => {
      if (held.has(name) === holds) return;
      if (holds) held.add(name);
      else held.delete(name);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { TermId } from './terms.ts';

export interface TermState {
  /** The term that is lit: the one under the pointer or the focus, else the pinned one. */
  readonly active: TermId | null;
  /** The term that a click keeps lit. */
  readonly pinned: TermId | null;
}

export interface TermStore {
  get(): TermState;
  subscribe(listener: () => void): () => void;
  /** Lights a term for as long as the pointer or the focus rests on it. */
  hover(term: TermId | null): void;
  /** Keeps a term lit, or lets it go when it is the one kept. */
  toggle(term: TermId): void;
  clear(): void;
}

/** Which term is lit on one page; tiny, so that formulas can be linked without React. */
export function createTermStore(): TermStore {
  let hovered: TermId | null = null;
  let state: TermState = { active: null, pinned: null };
  const listeners = new Set<() => void>();
  const update = (pinned: TermId | null): void => {
    const active = hovered ?? pinned;
    if (active === state.active && pinned === state.pinned) return;
    state = { active, pinned };
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hover: (term) => {
      hovered = term;
      update(state.pinned);
    },
    toggle: (term) => update(state.pinned === term ? null : term),
    clear: () => {
      hovered = null;
      update(null);
    },
  };
}

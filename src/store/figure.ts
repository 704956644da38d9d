import { createStore, type StoreApi } from 'zustand/vanilla';
import { fallbackState, readFragment, type Table, type UrlNotice, writeFragment } from '../url/fragment.ts';

/** Fields as a link spells them, by their keys in it; null: the field's fallback. */
export type FieldTexts = Readonly<Record<string, string | null>>;

export interface FigureState<T> {
  readonly settings: T;
  /** Fields of the link that could not be taken as they stood. */
  readonly notices: readonly UrlNotice[];
  /** Whether the address asked for this figure's state when the page opened. */
  readonly linked: boolean;
  /** How often a talk has set the figure to one of its stops. */
  readonly arrivals: number;
  change(part: Partial<T>): void;
  reset(): void;
  dismissNotices(): void;
  /** A stop of a talk: takes the fields that it names and leaves the others. The address stays as it is. */
  arrive(fields: FieldTexts): void;
}
export type FigureStore<T> = StoreApi<FigureState<T>>;

/** What of the browser's window a figure's store needs; tests give their own. */
export interface Address {
  readonly hash: string;
  replace(hash: string): void;
}

/** An address that may also say, later on, what its figure is to show. */
export interface FigureAddress extends Address {
  listen(onArrival: (fields: FieldTexts) => void): () => void;
}

/** What these texts say of a figure's state. */
function stateOf<T extends object>(table: Table<T>, fields: FieldTexts): Partial<T> {
  const state: Partial<T> = {};
  for (const field of Object.keys(table) as (keyof T)[]) {
    const { key, codec } = table[field];
    const found = fields[key];
    if (found === undefined) continue;
    state[field] = found === null ? codec.fallback : codec.read(found, codec.fallback).value;
  }
  return state;
}

/** The address bar. Rewriting the fragment adds nothing to the history and loads nothing. */
export const pageAddress: Address = {
  get hash() {
    return window.location.hash;
  },
  replace: (hash) => window.history.replaceState(window.history.state, '', hash),
};

/** Browsers refuse more than about 100 rewrites in 10 s; the fragment follows at this pace (ms). */
const ADDRESS_PAUSE = 250;

/**
 * The state of one mounted figure that a link carries. It starts from the address's fragment where that names this figure,
 * else from the table's fallbacks; every change is written back to the fragment, latest wins.
 */
export function createFigureStore<T extends object>(
  table: Table<T>,
  figure: string,
  address: Address = pageAddress,
): FigureStore<T> {
  const read = readFragment(table, figure, address.hash);
  const initial: T = { ...fallbackState(table), ...read?.state };
  let timer: ReturnType<typeof setTimeout> | null = null;
  return createStore<FigureState<T>>()((set, get) => {
    const write = () => {
      timer = null;
      address.replace(writeFragment(table, figure, get().settings));
    };
    const change = (part: Partial<T>) => {
      set({ settings: { ...get().settings, ...part } });
      if (timer === null) timer = setTimeout(write, ADDRESS_PAUSE);
    };
    return {
      settings: initial,
      notices: read?.notices ?? [],
      linked: read !== null,
      arrivals: 0,
      change,
      reset: () => change(fallbackState(table)),
      dismissNotices: () => set({ notices: [] }),
      arrive: (fields) =>
        set(({ settings, arrivals }) => ({
          settings: { ...settings, ...stateOf(table, fields) },
          arrivals: arrivals + 1,
        })),
    };
  });
}

import type { KeepOptions } from '../../store/vectors-state.ts';

/** What the reader chose to keep, as the fields hold it. */
export interface KeepChoice {
  readonly words: 'all' | 'first' | 'only';
  readonly most: number;
  /** As typed. */
  readonly list: string;
  readonly precision: 'auto' | 'float32' | 'int8';
  /** Bytes. */
  readonly memory: number;
}

/** Bytes that are offered. */
export const MEMORIES = [64e6, 128e6, 256e6, 512e6, 1e9, 1.5e9] as const;

export const KEEP_START: KeepChoice = {
  words: 'all',
  most: 100_000,
  list: '',
  precision: 'auto',
  memory: 256e6,
};

/** The words of a list, each once. */
export function listed(list: string): readonly string[] {
  return [...new Set(list.split(/\s+/u).filter((word) => word !== ''))];
}

/** What is told to those who read. A list without a word is none. */
export function keepOf({ words, most, list, precision, memory }: KeepChoice): KeepOptions {
  const only = words === 'only' ? listed(list) : [];
  return {
    most: words === 'first' ? most : null,
    only: only.length > 0 ? only : null,
    precision: precision === 'auto' ? null : precision,
    memory,
  };
}

import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { AMBIGUOUS } from './decoders.ts';
import { WAYS, type Way } from './drift.ts';

export const AMOUNTS = ['little', 'much'] as const;
export type Amount = (typeof AMOUNTS)[number];
/** Training steps, and how many of them a second: fast machines wait, so that it can be watched. */
export const STEPS: Readonly<Record<Amount, number>> = { little: 200, much: 800 };
export const PACE: Readonly<Record<Amount, number>> = { little: 60, much: 200 };

/** Everything about the first figure that a link carries. */
export interface DriftSettings {
  readonly digit: number;
  readonly way: Way;
  readonly amount: Amount;
  /** Of the symbols that are drawn. */
  readonly draw: number;
  readonly seed: number;
}

export const DRIFT_TABLE: Table<DriftSettings> = {
  digit: { key: 'digit', codec: integer(3, 0, 9) },
  way: { key: 'way', codec: choice('sample', WAYS) },
  amount: { key: 'train', codec: choice('little', AMOUNTS) },
  draw: { key: 'draw', codec: integer(10, 0, 4294967295) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};

export interface MemorySettings {
  /** The letter after which the decoders are asked. */
  readonly after: string;
  readonly seed: number;
}

export const MEMORY_TABLE: Table<MemorySettings> = {
  after: { key: 'after', codec: choice<string>('e', AMBIGUOUS) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};

import { choice, flag, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const DEPTH_CELLS = ['lstm', 'gru', 'rnn'] as const;
export type DepthCell = (typeof DEPTH_CELLS)[number];

export interface DepthSettings {
  readonly cell: DepthCell;
  readonly layers: number;
  readonly steps: number;
  readonly skips: boolean;
  readonly seed: number;
  /** Selected cell, counted from 1. */
  readonly layer: number;
  readonly at: number;
}

export const MOST = { layers: 8, steps: 10 } as const;
export const LEAST = { layers: 1, steps: 3 } as const;

export const DEPTH_TABLE: Table<DepthSettings> = {
  cell: { key: 'cell', codec: choice('lstm', DEPTH_CELLS) },
  layers: { key: 'L', codec: integer(6, LEAST.layers, MOST.layers) },
  steps: { key: 'T', codec: integer(8, LEAST.steps, MOST.steps) },
  skips: { key: 'skip', codec: flag(false) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  layer: { key: 'layer', codec: integer(1, 1, MOST.layers) },
  at: { key: 't', codec: integer(1, 1, MOST.steps) },
};

import { choice, integer, real } from '../../../url/codecs.ts';
import type { Table } from '../../../url/fragment.ts';
import { LENGTH, UNITS } from './peepholeCell.ts';

export const PEEPHOLE_LANES = ['cell', 'forget', 'update', 'candidate', 'output', 'hidden'] as const;

/** Everything about the figure that a link carries. */
export interface PeepholeSettings {
  readonly scale: number;
  readonly seed: number;
  /** Unit and step on show, counted from 1. */
  readonly unit: number;
  readonly step: number;
  readonly lane: (typeof PEEPHOLE_LANES)[number];
}

/** Largest multiple of the drawn peephole weights. */
export const MOST = 3;

export const PEEPHOLE_TABLE: Table<PeepholeSettings> = {
  scale: { key: 'p', codec: real(1, 0, MOST) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  unit: { key: 'unit', codec: integer(1, 1, UNITS) },
  step: { key: 't', codec: integer(4, 1, LENGTH) },
  lane: { key: 'lane', codec: choice('forget', PEEPHOLE_LANES) },
};

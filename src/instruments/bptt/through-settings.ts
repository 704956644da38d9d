import type { Kept } from '../../models/language/through-time.ts';
import { choice, flag, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { MODEL_TABLE, MOST_HIDDEN, type ModelSettings } from './model-settings.ts';
import { MOST_STEPS } from './reading.ts';
import { NODES, type NodeKind } from './through-walk.ts';

/** Everything that a link of the animated figure carries. */
export interface ThroughSettings extends ModelSettings {
  /** What is open: kind of node, step and unit, both counted from 1. */
  readonly node: NodeKind;
  readonly at: number;
  readonly unit: number;
  /** Step whose loss is sent back, counted from 1; 0: the sum of all. */
  readonly loss: number;
  /** Only what is computed up to the open node is shown. */
  readonly walking: boolean;
}

export const THROUGH_TABLE: Table<ThroughSettings> = {
  ...MODEL_TABLE,
  node: { key: 'node', codec: choice('gradient', NODES) },
  at: { key: 't', codec: integer(10, 1, MOST_STEPS) },
  unit: { key: 'unit', codec: integer(1, 1, MOST_HIDDEN) },
  loss: { key: 'loss', codec: integer(0, 0, MOST_STEPS) },
  walking: { key: 'walk', codec: flag(false) },
};

/** Which losses are sent back: all, or the chosen one (the last where the sentence is shorter). */
export function keptLosses(loss: number, steps: number): Kept {
  if (loss === 0) return () => true;
  const chosen = Math.min(loss, steps) - 1;
  return (i) => i === chosen;
}

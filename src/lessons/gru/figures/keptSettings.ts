import { choice, integer, real } from '../../../url/codecs.ts';
import type { Table } from '../../../url/fragment.ts';

export interface KeptSettings {
  readonly gate: number;
  readonly steps: number;
  readonly scale: 'linear' | 'log';
}

export const KEPT_RANGE = { gate: [0, 0.6], steps: [5, 200] } as const;

export const KEPT_TABLE: Table<KeptSettings> = {
  gate: { key: 'gate', codec: real(0.02, ...KEPT_RANGE.gate) },
  steps: { key: 'T', codec: integer(40, ...KEPT_RANGE.steps) },
  scale: { key: 'scale', codec: choice('linear', ['linear', 'log']) },
};

import { DESIGNS, type Design } from '../../models/depth/designs.ts';
import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const WAYS = ['shortest', 'longest'] as const;

export interface DesignSettings {
  readonly design: Design;
  readonly extra: number;
  readonly steps: number;
  readonly hidden: number;
  readonly vocabulary: number;
  readonly way: (typeof WAYS)[number];
}

export const RANGES = {
  extra: [1, 4],
  steps: [2, 6],
  hidden: [1, 512],
  vocabulary: [2, 50_000],
} as const;

export const DESIGN_TABLE: Table<DesignSettings> = {
  design: { key: 'design', codec: choice('transition', DESIGNS) },
  extra: { key: 'k', codec: integer(2, ...RANGES.extra) },
  steps: { key: 'T', codec: integer(4, ...RANGES.steps) },
  hidden: { key: 'n', codec: integer(64, ...RANGES.hidden) },
  vocabulary: { key: 'V', codec: integer(1000, ...RANGES.vocabulary) },
  way: { key: 'way', codec: choice('longest', WAYS) },
};

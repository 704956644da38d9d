import type { LaneRole } from '../../models/cells/types.ts';
import { TRACKS } from '../../models/units/features.ts';
import { choice, flag, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Most tokens that are read and coloured. */
export const MOST_TOKENS = 4000;
/** Longest stretch whose gates are opened. */
export const MOST_SPAN = 40;
/** Longest own passage that a link carries, in bytes of UTF-8. */
export const LINK_PASSAGE_BYTES = 2048;
const MOST_LAYERS = 8;
const MOST_UNITS = 4096;

export const MODES = ['unit', 'surprise'] as const;
export const LANES = ['cell', 'hidden'] as const;
export const SIGNS = ['none', 'underline', 'bars'] as const;
/** `auto`: the first of those that need a memory which a unit follows closely. */
export const FEATURES = ['auto', ...TRACKS] as const;
export type Feature = (typeof FEATURES)[number];

const BOXES: readonly LaneRole[] = ['cell', 'forget', 'update', 'candidate', 'output', 'reset', 'hidden'];

/** What a link carries of a cell search. The names are meant to stand beside those of other panels. */
export interface CellsSettings {
  /** What the passage is coloured by. */
  readonly cellMode: (typeof MODES)[number];
  readonly cellLane: (typeof LANES)[number];
  readonly cellFeature: Feature;
  /** Layer and unit on show, counted from 1; 0: whichever follows the feature most closely. */
  readonly cellLayer: number;
  readonly cellUnit: number;
  /** What says the sign besides the colour. */
  readonly cellSigns: (typeof SIGNS)[number];
  /** Read again while training goes on. */
  readonly cellLive: boolean;
  /** Token that is pointed at, counted from 1; 0: the first of the span. */
  readonly cellAt: number;
  /** First and last token of the span that is opened, counted from 1; 0: where the feature first changes. */
  readonly spanFrom: number;
  readonly spanTo: number;
  /** Selected box of the opened span: step counted from 1, and lane. */
  readonly spanStep: number;
  readonly spanLane: LaneRole;
  /** The reader's own passage; empty: the one that was handed in. */
  readonly cellPassage: string;
}

export const CELLS_TABLE: Table<CellsSettings> = {
  cellMode: { key: 'cells', codec: choice('unit', MODES) },
  cellLane: { key: 'cell-of', codec: choice('cell', LANES) },
  cellFeature: { key: 'cell-tracks', codec: choice('auto', FEATURES) },
  cellLayer: { key: 'cell-layer', codec: integer(0, 0, MOST_LAYERS) },
  cellUnit: { key: 'cell-unit', codec: integer(0, 0, MOST_UNITS) },
  cellSigns: { key: 'cell-signs', codec: choice('underline', SIGNS) },
  cellLive: { key: 'cell-live', codec: flag(true) },
  cellAt: { key: 'cell-at', codec: integer(0, 0, MOST_TOKENS) },
  spanFrom: { key: 'span-from', codec: integer(0, 0, MOST_TOKENS) },
  spanTo: { key: 'span-to', codec: integer(0, 0, MOST_TOKENS) },
  spanStep: { key: 'span-step', codec: integer(1, 1, MOST_SPAN) },
  spanLane: { key: 'span-lane', codec: choice('cell', BOXES) },
  cellPassage: { key: 'cell-text', codec: text('', LINK_PASSAGE_BYTES) },
};

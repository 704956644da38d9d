import type { LaneRole } from '../../models/cells/types.ts';
import { choice, flag, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { MOST_HIDDEN, TAGGER_TABLE, type TaggerSettings } from './tagger-settings.ts';
import { AMBIGUOUS_STEP, MOST_WORDS } from './task.ts';

const SENTENCES = ['first', 'second'] as const;
export type SentenceName = (typeof SENTENCES)[number];
export { SENTENCES };

/** A word of one of the sentences. */
interface Place {
  readonly sentence: SentenceName;
  /** Step, counted from 1. */
  readonly at: number;
}

const place: Table<Place> = {
  sentence: { key: 's', codec: choice('first', SENTENCES) },
  at: { key: 't', codec: integer(AMBIGUOUS_STEP + 1, 1, MOST_WORDS) },
};

const LANES = [
  'hidden',
  'cell',
  'candidate',
  'forget',
  'update',
  'output',
  'reset',
] as const satisfies readonly LaneRole[];

export interface PairSettings extends TaggerSettings, Place {
  readonly tagger: 'forward' | 'concat';
  /** The chain whose unit is opened. */
  readonly chain: 'forward' | 'backward';
  /** Counted from 1. */
  readonly unit: number;
  /** What of the unit is opened; `hidden` where the cell has no such lane. */
  readonly lane: LaneRole;
}

export const PAIR_TABLE: Table<PairSettings> = {
  ...TAGGER_TABLE,
  ...place,
  tagger: { key: 'who', codec: choice('concat', ['forward', 'concat']) },
  chain: { key: 'chain', codec: choice('backward', ['forward', 'backward']) },
  unit: { key: 'u', codec: integer(1, 1, MOST_HIDDEN) },
  lane: { key: 'lane', codec: choice('hidden', LANES) },
};

export const CUTS = ['zero', 'mean', 'alone'] as const;
export type Cut = (typeof CUTS)[number];

export interface CutSettings extends TaggerSettings, Place {
  readonly cut: Cut;
}

export const CUT_TABLE: Table<CutSettings> = {
  ...TAGGER_TABLE,
  ...place,
  cut: { key: 'cut', codec: choice('zero', CUTS) },
};

export interface MergeSettings extends TaggerSettings, Place {
  readonly exchanged: boolean;
}

export const MERGE_TABLE: Table<MergeSettings> = {
  ...TAGGER_TABLE,
  ...place,
  exchanged: { key: 'swap', codec: flag(false) },
};

export const MOST_PADDING = 8;

/** The learner's two sentences, and one that the last word decides. */
export const PADDED = [...SENTENCES, 'late'] as const;
export const LATE_SENTENCE = 'she thinks Rose was a great singer';

export interface PaddingSettings extends TaggerSettings {
  readonly padded: (typeof PADDED)[number];
  readonly at: number;
  readonly count: number;
}

export const PADDING_TABLE: Table<PaddingSettings> = {
  ...TAGGER_TABLE,
  padded: { key: 's', codec: choice('late', PADDED) },
  at: place.at,
  count: { key: 'pad', codec: integer(3, 0, MOST_PADDING) },
};

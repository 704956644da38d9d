import {
  ANALOGY_TABLE,
  type AnalogySettings,
  SCORE_TABLE,
  type ScoreSettings,
} from '../../../instruments/analogy/settings.ts';
import { MAP_TABLE, type MapSettings } from '../../../instruments/vector-map/settings.ts';
import { PANEL_TABLE, type PanelSettings } from '../../../instruments/vector-panels/settings.ts';
import { choice, flag, text } from '../../../url/codecs.ts';
import { type Table, withFallbacks } from '../../../url/fragment.ts';

export const PANELS = ['analogy', 'arithmetic', 'similarity', 'odd', 'axes', 'bias', 'score'] as const;
export type Panel = (typeof PANELS)[number];

/** Everything of the lab that a link carries. */
export interface EmbeddingSettings extends PanelSettings, AnalogySettings, MapSettings {
  /** The open set, as `origin.ts` writes it: a built-in one, or an address. */
  readonly vectors: string;
  /** The panel that is open; `none`: all are shut. */
  readonly panel: Panel | 'none';
  /** Of the analogies by category. */
  readonly scoreList: ScoreSettings['list'];
  readonly thousands: ScoreSettings['thousands'];
  /** Another page left vectors for the lab. */
  readonly handed: boolean;
}

const ADDRESS = 2048;

export const EMBEDDING_TABLE: Table<EmbeddingSettings> = {
  ...ANALOGY_TABLE,
  ...PANEL_TABLE,
  ...withFallbacks(MAP_TABLE, { first: 5000 }),
  vectors: { key: 'vectors', codec: text('glove', ADDRESS) },
  panel: { key: 'panel', codec: choice('analogy', [...PANELS, 'none']) },
  scoreList: SCORE_TABLE.list,
  thousands: SCORE_TABLE.thousands,
  handed: { key: 'hand', codec: flag(false) },
};

import { CELLS_TABLE, type CellsSettings } from '../../../instruments/cells/settings.ts';
import { RUN_TABLE, type RunSettings } from '../../../instruments/language/run-settings.ts';
import { MODEL_FILES_TABLE, type ModelFilesSettings } from '../../../instruments/model-files/settings.ts';
import {
  SAMPLING_TABLE,
  type SamplingSettings,
  SCORE_TABLE,
  type ScoreSettings,
} from '../../../instruments/sampling/settings.ts';
import { TEXT_SOURCE_TABLE, type TextSourceSettings } from '../../../instruments/texts/settings.ts';
import { CURVE_TABLE, type CurveSettings } from '../../../instruments/training-curves/settings.ts';
import { choice, integer } from '../../../url/codecs.ts';
import type { Table } from '../../../url/fragment.ts';

export const ROOMS = ['sampling', 'score', 'cells', 'files'] as const;
export type Room = (typeof ROOMS)[number];

export const UNITS = ['steps', 'epochs'] as const;

/** Where training rests by itself. */
export interface GoalSettings {
  /** It rests whenever so many steps or epochs are done; 0: never. */
  readonly goal: number;
  readonly unit: (typeof UNITS)[number];
}

/** Everything about the lab that a link carries: set-up and view, never weights. */
export interface TrainingSettings
  extends TextSourceSettings,
    RunSettings,
    CurveSettings,
    SamplingSettings,
    ScoreSettings,
    CellsSettings,
    ModelFilesSettings,
    GoalSettings {
  readonly room: Room;
}

const FIRST_SENTENCE = 'The white whale swam before him.';

export const TRAINING_TABLE: Table<TrainingSettings> = {
  ...TEXT_SOURCE_TABLE,
  ...RUN_TABLE,
  ...CURVE_TABLE,
  ...SAMPLING_TABLE,
  ...SCORE_TABLE,
  ...CELLS_TABLE,
  ...MODEL_FILES_TABLE,
  // A sentence to begin with, so that there are numbers to look at.
  sentence: { ...SCORE_TABLE.sentence, codec: { ...SCORE_TABLE.sentence.codec, fallback: FIRST_SENTENCE } },
  goal: { key: 'rest', codec: integer(2000, 0, 10_000_000) },
  unit: { key: 'unit', codec: choice('steps', UNITS) },
  room: { key: 'room', codec: choice('sampling', ROOMS) },
};

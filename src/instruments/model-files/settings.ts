import { choice, flag } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const PRECISIONS = ['exact', 'float32'] as const;

/** How a model is saved: what a link of the lab carries of it. */
export interface ModelFilesSettings {
  /** With what training needs to go on. */
  readonly withTraining: boolean;
  /** Where the model has more digits than F32. */
  readonly precision: (typeof PRECISIONS)[number];
}

export const MODEL_FILES_TABLE: Table<ModelFilesSettings> = {
  withTraining: { key: 'state', codec: flag(true) },
  precision: { key: 'digits', codec: choice('exact', PRECISIONS) },
};

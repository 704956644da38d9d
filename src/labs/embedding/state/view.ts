import type { Triple } from '../../../instruments/analogy/examples.ts';
import type { Analogy } from '../../../instruments/analogy/useAnalogy.ts';
import type { FilledSettings } from '../../../instruments/vector-panels/examples.ts';
import type { Pointing } from '../../../instruments/vector-panels/panel.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import type { EmbeddingSettings } from './settings.ts';

/** What every part of the lab is given once a set is open. */
export interface LabView {
  readonly set: VectorSet;
  /** With the set's examples where the reader has set nothing. */
  readonly settings: EmbeddingSettings & FilledSettings;
  /** The answers to the question of the analogy. */
  readonly analogy: Analogy;
  readonly examples: readonly Triple[];
  readonly change: (part: Partial<EmbeddingSettings>) => void;
  readonly pointing: Pointing;
}

import type { LanguageConfig } from '../../../instruments/language/run-settings.ts';
import type { SourceText } from '../../../instruments/texts/useTextSource.ts';
import type { FigureState } from '../../../store/figure.ts';
import type { KeptModel, ModelId } from '../../../store/kept-model.ts';
import type { Run, RunState } from '../../../store/run-state.ts';
import type { BenchState, Workbench } from '../../../store/workbench-state.ts';
import type { TrainingSettings } from './settings.ts';
import type { Imports } from './useImports.ts';
import type { Opening } from './useOpening.ts';

/** The run that is open, its record beside it. */
export interface OpenView {
  readonly model: KeptModel;
  readonly run: Run;
  readonly state: RunState;
  readonly step: number;
  /** Where it rests next; null: nowhere. */
  readonly rest: number | null;
  /** The settings on show are those of this run. */
  readonly isShown: boolean;
}

/** What every part of the lab is given. */
export interface TrainingView {
  readonly figure: FigureState<TrainingSettings>;
  readonly settings: TrainingSettings;
  readonly bench: Workbench;
  readonly state: BenchState;
  readonly open: OpenView | null;
  /** A model on its way to being open. */
  readonly opening: Opening;
  readonly imports: Imports;
  /** The text that the settings on show name; null until it is there. */
  readonly source: SourceText | null;
  readonly onSource: (source: SourceText | null) => void;
  /** Changes settings; learning rate and clipping reach the open run when the settings are its own. */
  change(part: Partial<TrainingSettings>): void;
  toggle(): void;
  /** A new run of the settings on show, training at once; null text: not yet. */
  startNew(): void;
  openModel(id: ModelId): void;
  /** Settings of a model on show: to train another like it. */
  showSettings(model: KeptModel): void;
}

export type { LanguageConfig };

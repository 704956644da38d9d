import type { Notation } from '../../components/diagrams/symbols.ts';
import type { FigureState } from '../../store/figure.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import type { Table } from '../../url/fragment.ts';
import type { UnrolledSettings } from './settings.ts';
import type { Shown, Stepping } from './useUnrolled.ts';

/** Everything that the parts of one mounted figure read, and what a lesson may look at for its checkpoints. */
export interface UnrolledView {
  readonly id: string;
  readonly table: Table<UnrolledSettings>;
  readonly figure: FigureState<UnrolledSettings>;
  readonly run: Run;
  readonly state: RunState;
  /** Null until the first numbers are there. */
  readonly shown: Shown | null;
  readonly stepping: Stepping;
  readonly notation: Notation;
  /** Starts or pauses training; a walk ends when training starts. */
  toggleTraining(): void;
}

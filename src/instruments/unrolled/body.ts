import type { Pace } from './TrainingBar.tsx';
import type { UnrolledView } from './view.ts';

/** What the inside of a running figure is given. */
export interface BodyProps {
  readonly view: UnrolledView;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  readonly table: boolean;
}

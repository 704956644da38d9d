import type { Notation } from '../../components/diagrams/symbols.ts';
import type { Training } from '../../instruments/gate-lab/useTraining.ts';
import type { Selected } from './drawing/place.ts';
import type { LabWalk } from './drawing/useLabWalk.ts';
import type { LabState } from './state/useLab.ts';
import type { Computed } from './values/useComputed.ts';

/** What every part of the lab is given. */
export interface LabView {
  readonly lab: LabState;
  readonly computed: Computed;
  readonly at: Selected;
  readonly walk: LabWalk;
  readonly training: Training;
  readonly notation: Notation;
}

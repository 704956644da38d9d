import { MARKER_SHAPES, type MarkerShape } from '../../components/plots/Marker.tsx';
import type { FigureRole } from '../../layout/unrolledTypes.ts';

/** How a run's line looks: colour, dash and mark each tell it from its neighbours. */
export interface RunLook {
  readonly role: FigureRole;
  readonly dash: string | undefined;
  readonly marker: MarkerShape;
}

const ROLES: readonly FigureRole[] = ['cell', 'reset', 'update', 'forget', 'candidate', 'output'];
const DASHES: readonly (string | undefined)[] = [undefined, '8 3', '3 3', '10 3 2 3', '1 3', '14 4'];

/** Most runs on one plot: more could not be told apart. */
export const MOST_RUNS = ROLES.length;

export const lookOf = (place: number): RunLook => {
  const i = place % MOST_RUNS;
  return { role: ROLES[i] ?? 'cell', dash: DASHES[i], marker: MARKER_SHAPES[i] ?? 'circle' };
};

import type { Projection, ProjectionState } from '../../store/projection-state.ts';
import { useRunState } from '../runs/useRunState.ts';

/** What a map says of itself, now; null where there is none. */
export const useProjectionState = (projection: Projection | null): ProjectionState | null =>
  useRunState(projection);

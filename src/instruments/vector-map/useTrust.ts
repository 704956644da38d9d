import { useEffect, useState } from 'react';
import type { Projection, ProjectionState } from '../../store/projection-state.ts';

/** Neighbours of each point that are looked at. */
export const TRUST_NEIGHBOURS = 12;

export interface Trust {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly sampled: number;
  /** Of which iteration. */
  readonly iteration: number;
}

/** How far the map can be trusted, asked for whenever it comes to rest; null until then. */
export function useTrust(projection: Projection | null, state: ProjectionState | null): Trust | null {
  const [trust, setTrust] = useState<Trust | null>(null);
  const isResting = state?.phase === 'done' || state?.phase === 'paused';
  const iteration = state?.iteration ?? 0;
  const revision = state?.revision ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision has other points.
  useEffect(() => {
    setTrust(null);
    if (!projection || !isResting) return;
    let isWanted = true;
    projection
      .ask({ kind: 'trust', neighbours: TRUST_NEIGHBOURS })
      .then((answer) => isWanted && answer && setTrust({ ...answer, iteration }))
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [projection, isResting, iteration, revision]);
  return trust;
}

import { useEffect, useState } from 'react';
import type { Projection } from '../../store/projection-state.ts';

export interface Trust {
  readonly trustworthiness: number;
  readonly continuity: number;
}

/** Neighbours that are compared. */
export const TRUST_NEIGHBOURS = 10;

/** How far each map that rests can be trusted, in the order of the maps; null where it is not known, or moves. */
export function useTrust(maps: readonly Projection[] | null): readonly (Trust | null)[] {
  const [known, setKnown] = useState<readonly (Trust | null)[]>([]);
  useEffect(() => {
    setKnown([]);
    const stops = (maps ?? []).map((map, i) => {
      const put = (trust: Trust | null) =>
        setKnown((before) =>
          Array.from({ length: maps?.length ?? 0 }, (_, j) => (j === i ? trust : (before[j] ?? null))),
        );
      return followRest(map, put);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [maps]);
  return known;
}

function followRest(map: Projection, put: (trust: Trust | null) => void): () => void {
  let asked = -1;
  const look = () => {
    const { phase, iteration, revision } = map.store.getState();
    const isAtRest = phase === 'done' || phase === 'paused';
    const key = isAtRest && iteration > 0 ? iteration + revision / 1e6 : -1;
    if (key === asked) return;
    asked = key;
    if (key < 0) {
      put(null);
      return;
    }
    void map.ask({ kind: 'trust', neighbours: TRUST_NEIGHBOURS }).then((trust) => {
      if (asked === key) put(trust);
    });
  };
  look();
  return map.store.subscribe(look);
}

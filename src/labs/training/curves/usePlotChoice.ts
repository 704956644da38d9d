import { useEffect, useState } from 'react';
import { MOST_RUNS } from '../../../instruments/training-curves/looks.ts';
import type { ModelId } from '../../../store/kept-model.ts';

/** Which runs are on the plot, and how each looks: a run keeps its look as long as it is there. */
export interface PlotChoice {
  lookOf(id: ModelId): number | null;
  toggle(id: ModelId): void;
}

type Looks = ReadonlyMap<ModelId, number>;

const firstFree = (looks: Looks): number => {
  const taken = new Set(looks.values());
  return Array.from({ length: MOST_RUNS }, (_, i) => i).find((look) => !taken.has(look)) ?? -1;
};

/** With one more run; where the plot is full, another one than `keep` gives way. */
function withRun(looks: Looks, id: ModelId, keep: ModelId | null): Looks {
  if (looks.has(id)) return looks;
  const free = firstFree(looks);
  if (free >= 0) return new Map([...looks, [id, free]]);
  const [leaving] = [...looks.keys()].filter((each) => each !== keep);
  const rest = [...looks].filter(([each]) => each !== leaving);
  return withRun(new Map(rest), id, keep);
}

/** The open run is always there; the others as the reader says. */
export function usePlotChoice(open: ModelId | null): PlotChoice {
  const [looks, setLooks] = useState<Looks>(new Map());
  const [last, setLast] = useState<ModelId | null>(null);
  useEffect(() => {
    if (open === null || open === last) return;
    setLast(open);
    setLooks((before) => withRun(before, open, open));
  }, [open, last]);
  return {
    lookOf: (id) => looks.get(id) ?? null,
    toggle: (id) =>
      setLooks((before) =>
        before.has(id) ? new Map([...before].filter(([each]) => each !== id)) : withRun(before, id, open),
      ),
  };
}

import type { FlawCode, ReadFlaw, ReadPlace } from './reader.ts';

/** How often each flaw was met, and where first. */
export interface FlawLog {
  /** `place` is asked once for each code: most flaws come by the thousand or not at all. */
  note(code: FlawCode, place: () => ReadPlace): void;
  /** In the order in which they were met. */
  flaws(): readonly ReadFlaw[];
}

export function createFlawLog(): FlawLog {
  const met = new Map<FlawCode, { code: FlawCode; count: number; first: ReadPlace }>();
  return {
    note(code, place) {
      const flaw = met.get(code);
      if (flaw) flaw.count += 1;
      else met.set(code, { code, count: 1, first: place() });
    },
    flaws: () => [...met.values()].map((flaw) => ({ ...flaw })),
  };
}

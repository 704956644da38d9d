import { keptMemory } from '../../../instruments/hold-bit/kept.ts';
import type { BothReadings } from '../../../instruments/hold-bit/reading.ts';
import { lastWrite } from '../../../instruments/hold-bit/sequence.ts';

/**
 * What a unit's own gates, without the reader's hand, keep of the last write, 0, 1, 2 … steps after it. Null: no gate, or nothing
 * written.
 */
export function netShares({ ids, free }: BothReadings, unit: number): readonly number[] | null {
  const since = lastWrite(ids, ids.length - 1);
  if (since === null || !free.trace.values.update || since >= ids.length - 1) return null;
  return Array.from(
    { length: ids.length - since },
    (_, n) => keptMemory(free.trace, unit, since, since + n).share,
  );
}

/** The constant gate that keeps as much over as many steps. */
export const meanGate = (share: number, steps: number): number => 1 - share ** (1 / steps);

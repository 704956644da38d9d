import { useMemo } from 'react';
import { type Reading, readSequence } from '../../models/network/reading.ts';
import type { Tagger } from './shared-taggers.ts';
import { NAME } from './task.ts';

/** What a tagger computes while it reads a sentence; null while one of them is missing. */
export function useReading(tagger: Tagger | undefined, ids: Int32Array | null): Reading | null {
  return useMemo(
    () => (tagger && ids ? readSequence(tagger.network, tagger.flat, ids) : null),
    [tagger, ids],
  );
}

/** P(name) of every word. */
export function namesOf({ probabilities }: Reading): Float64Array {
  return probabilities.filter((_, i) => i % 2 === NAME);
}

import { useMemo } from 'react';
import { type Reading, readSequence } from '../../models/network/reading.ts';
import type { Tagger } from './shared-taggers.ts';

/** What a tagger computes while it reads a sentence; null while one of them is missing. */
export function useReading(tagger: Tagger | undefined, ids: Int32Array | null): Reading | null {
  return useMemo(
    () => (tagger && ids ? readSequence(tagger.network, tagger.flat, ids) : null),
    [tagger, ids],
  );
}

import { useEffect, useMemo, useState } from 'react';
import { createRandom } from '../../models/random.ts';
import { type Tracks, tracksOf, trackText } from '../../models/units/features.ts';
import {
  type Found,
  type Lane,
  searchTracks,
  type UnitColumns,
  unitColumns,
} from '../../models/units/search.ts';
import type { ReadPassage } from './reader.ts';

/** What was found in one reading. */
export interface Search {
  readonly read: ReadPassage;
  readonly lane: Lane;
  readonly tracks: Tracks;
  readonly columns: UnitColumns;
  readonly found: readonly Found[];
}

/** The moves that chance is measured by are the same every time. */
const SEED = 1;
/** Longest stretch of work before the page may draw (ms). */
const SLICE = 8;

/** Works through the search in slices; null until it is done. */
function useFound(begun: Omit<Search, 'found'> | null): Search | null {
  const [done, setDone] = useState<Search | null>(null);
  useEffect(() => {
    if (!begun) return setDone(null);
    const { read, tracks, columns } = begun;
    const steps = searchTracks(columns, tracks, tracksOf(read.model.config.task), createRandom(SEED));
    const found: Found[] = [];
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      const until = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) return setDone({ ...begun, found });
        if (step.value) found.push(step.value);
      } while (performance.now() < until);
      timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [begun]);
  return done;
}

/** Which units follow what in a reading. The last search stays until the next one is done. */
export function useSearch(read: ReadPassage | null, lane: Lane): Search | null {
  const begun = useMemo(() => {
    if (!read) return null;
    const { reading, model } = read;
    const tracks = trackText(reading.tokens, model.config.task.ends);
    return { read, lane, tracks, columns: unitColumns(reading.layers, lane, reading.tokens.length) };
  }, [read, lane]);
  return useFound(begun);
}

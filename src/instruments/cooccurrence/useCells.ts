import { useEffect, useState } from 'react';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { slowly } from '../word-texts/read-slowly.ts';
import { type Nearness, nearValues } from './near.ts';

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Cells by falling X; why there are none; null while none are counted. */
export type CellsFound = Float64Array | 'too-many' | null;

/** All cells of a text's X by falling count, counted while the page stays awake; the last ones until others are there. */
export function useCells(read: ReadText | null, { window, byDistance }: Nearness): CellsFound {
  const [found, setFound] = useState<CellsFound>(null);
  useEffect(() => {
    if (!read) return;
    let wanted = true;
    const work = withUnits(nearValues(read.corpus, { window, byDistance }));
    const how = {
      pause: breathe,
      onRead: () => {},
      isWanted: () => wanted,
      now: () => performance.now(),
    };
    void slowly(work, how).then((values) => {
      if (wanted) setFound(values?.sort().reverse() ?? 'too-many');
    });
    return () => {
      wanted = false;
    };
  }, [read, window, byDistance]);
  return found;
}

/** What `slowly` goes through says how far it is; this does not know. */
function* withUnits<T>(work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield 0;
  }
}

import { useEffect, useState } from 'react';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { slowly } from '../word-texts/read-slowly.ts';
import { type Nearness, nearValues } from './near.ts';

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

interface Found {
  readonly read: ReadText;
  readonly key: string;
  /** By falling X. */
  readonly values: Float64Array;
}

/** All cells of a text's X by falling count, counted while the page stays awake; the last ones until others are there. */
export function useCells(read: ReadText | null, { window, byDistance }: Nearness): Float64Array | null {
  const [found, setFound] = useState<Found | null>(null);
  const key = `${window} ${byDistance}`;
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
      if (values && wanted) setFound({ read, key, values: values.sort().reverse() });
    });
    return () => {
      wanted = false;
    };
  }, [read, key, window, byDistance]);
  return found?.values ?? null;
}

function* withUnits<T>(work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield 0;
  }
}

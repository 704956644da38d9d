import { useEffect, useMemo, useState } from 'react';
import type { Cooccurrences } from '../../models/glove/cooccurrence.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { slowly } from '../word-texts/read-slowly.ts';
import type { LiveWordSettings } from '../word2vec/settings.ts';
import type { RunVectors } from '../word2vec/useVectors.ts';
import {
  type Agreement,
  agreementOf,
  countPairs,
  type PairOptima,
  pairOptima,
  pairScores,
} from './optimum.ts';

/** Pairs on the plot, and how often each is met in a pass at least. */
const PAIRS = { most: 400, least: 5 } as const;

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

export interface Optima {
  readonly pairs: PairOptima;
  readonly scores: Float64Array;
  readonly agreement: Agreement;
}

/** How often words of the text are learnt as pairs, counted while the page stays awake. */
function usePairs(read: ReadText | null, window: number, shrink: boolean): Cooccurrences | null {
  const [found, setFound] = useState<{ readonly read: ReadText; readonly cells: Cooccurrences } | null>(null);
  useEffect(() => {
    if (!read) return;
    let wanted = true;
    const how = {
      pause: breathe,
      onRead: () => {},
      isWanted: () => wanted,
      now: () => performance.now(),
    };
    void slowly(countPairs(read.corpus, { window, shrink }), how).then((cells) => {
      if (cells && wanted) setFound({ read, cells });
    });
    return () => {
      wanted = false;
    };
  }, [read, window, shrink]);
  return found !== null && found.read === read ? found.cells : null;
}

/** The scores of some pairs beside those that would be best; null while one of the two is missing. */
export function useOptima(
  read: ReadText | null,
  vectors: RunVectors | null,
  { window, shrink, negatives, exponent }: LiveWordSettings,
): Optima | null {
  const cells = usePairs(read, window, shrink);
  const pairs = useMemo(
    () => cells && read && pairOptima(cells, read.counts, { negatives, exponent }, PAIRS),
    [cells, read, negatives, exponent],
  );
  return useMemo(() => {
    if (!pairs || !vectors || !read || vectors.words.length !== read.words.length) return null;
    const { input, output } = vectors.tables;
    const tables = { input: input.rows, output: output.rows, dimensions: input.dimensions };
    const scores = pairScores(pairs, tables);
    return { pairs, scores, agreement: agreementOf(pairs.optima, scores) };
  }, [pairs, vectors, read]);
}

import type { WordPair } from '../../../instruments/word-map/words.ts';
import { cosinesWith, placeOf, type VectorTable } from '../../../instruments/word2vec/vector-table.ts';

/** How near to one another the words of given pairs lie. */
export interface PairScore {
  /** Mean of 1/place over both directions; place 1: nobody is nearer. NaN without a pair. */
  readonly score: number;
  readonly pairs: number;
}

export interface Scores {
  readonly all: PairScore;
  readonly frequent: PairScore;
  readonly rare: PairScore;
}

export interface ScoredWords {
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  readonly table: VectorTable;
}

/** A pair is frequent when both of its words occur so often. */
export const FREQUENT = 60;

const scoreOf = (reciprocals: readonly number[]): PairScore => ({
  score: reciprocals.reduce((sum, value) => sum + value, 0) / reciprocals.length,
  pairs: reciprocals.length,
});

/** The mean reciprocal rank of each word in the list of its partner, over pairs of which the vocabulary has both words. */
export function scorePairs(pairs: readonly WordPair[], { words, counts, table }: ScoredWords): Scores {
  const ids = new Map(words.map((word, id) => [word, id]));
  const scored = pairs.flatMap(({ from, to }) => {
    const [a, b] = [ids.get(from), ids.get(to)];
    if (a === undefined || b === undefined) return [];
    const there = 1 / placeOf(cosinesWith(table, a, table), b, a);
    const back = 1 / placeOf(cosinesWith(table, b, table), a, b);
    const rarer = Math.min(counts[a] ?? 0, counts[b] ?? 0);
    return [{ value: (there + back) / 2, isFrequent: rarer >= FREQUENT }];
  });
  const values = (of: typeof scored) => of.map(({ value }) => value);
  return {
    all: scoreOf(values(scored)),
    frequent: scoreOf(values(scored.filter(({ isFrequent }) => isFrequent))),
    rare: scoreOf(values(scored.filter(({ isFrequent }) => !isFrequent))),
  };
}

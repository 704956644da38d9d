import { createCellSums } from './cell-sums.ts';

/** More cells would not fit: the table that they are counted in takes 32 bytes each, the columns after it 16. */
export const MOST_CELLS = 2 ** 22;

/** How often words stand near one another: the non-zero cells of X (V, V) as columns, by row, then by column. */
export interface Cooccurrences {
  readonly vocabulary: number;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** X_ij > 0. */
  readonly values: Float64Array;
}

export interface CooccurrenceOptions {
  readonly vocabulary: number;
  /** Tokens on either side. */
  readonly window: number;
  /** Whether a word k tokens away counts 1/k, as GloVe has it, rather than 1. */
  readonly byDistance: boolean;
  /** What a word k away counts instead, k from 1 to the window. */
  readonly weights?: ArrayLike<number>;
}

/** Counts in pieces, so that whoever counts a long text may pause between them. */
export interface CooccurrenceCounter {
  /** Cells that are not 0 so far. */
  readonly size: number;
  /** One sequence: contexts do not go beyond its ends. Throws a RangeError for an id that is not below V. */
  add(ids: ArrayLike<number>): void;
  /** X of what was added so far. */
  counts(): Cooccurrences;
  /** Its cells that are not 0, in no order: quicker. */
  values(): Float64Array;
}

/** X_ij: how often word j stands in the context of word i, both sides alike (Pennington et al. 2014, section 3). */
export function createCooccurrenceCounter(options: CooccurrenceOptions): CooccurrenceCounter {
  const { vocabulary, window, byDistance } = options;
  const weights = options.weights ?? Array.from({ length: window }, (_, i) => (byDistance ? 1 / (i + 1) : 1));
  const cells = createCellSums();
  return {
    get size() {
      return cells.size;
    },
    add(ids) {
      checkIds(ids, vocabulary);
      for (let i = 0; i < ids.length; i++) {
        for (let j = Math.max(0, i - window); j < i; j++) {
          const by = weights[i - j - 1]!;
          cells.add(ids[i]! * vocabulary + ids[j]!, by);
          cells.add(ids[j]! * vocabulary + ids[i]!, by);
        }
      }
    },
    counts() {
      const { keys, sums } = cells.sorted();
      return {
        vocabulary,
        rows: Int32Array.from(keys, (cell) => Math.floor(cell / vocabulary)),
        columns: Int32Array.from(keys, (cell) => cell % vocabulary),
        values: sums,
      };
    },
    values: cells.sums,
  };
}

/** X of these sequences. Throws a RangeError for an id that is not below V. */
export function countCooccurrences(
  sequences: Iterable<ArrayLike<number>>,
  options: CooccurrenceOptions,
): Cooccurrences {
  const counter = createCooccurrenceCounter(options);
  for (const ids of sequences) counter.add(ids);
  return counter.counts();
}

function checkIds(ids: ArrayLike<number>, vocabulary: number): void {
  for (let i = 0; i < ids.length; i++) {
    if (!(ids[i]! >= 0 && ids[i]! < vocabulary)) {
      throw new RangeError(`token ${i} has the id ${ids[i]}; ids run from 0 to ${vocabulary - 1}`);
    }
  }
}

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
}

/**
 * X_ij: how often word j stands in the context of word i, both sides alike (Pennington et al. 2014, section 3). Contexts do not
 * go beyond a sequence's ends. Throws a RangeError for an id that is not below V.
 */
export function countCooccurrences(
  sequences: Iterable<ArrayLike<number>>,
  { vocabulary, window, byDistance }: CooccurrenceOptions,
): Cooccurrences {
  const cells = new Map<number, number>();
  const add = (row: number, column: number, by: number) => {
    const cell = row * vocabulary + column;
    cells.set(cell, (cells.get(cell) ?? 0) + by);
  };
  for (const ids of sequences) {
    checkIds(ids, vocabulary);
    for (let i = 0; i < ids.length; i++) {
      for (let j = Math.max(0, i - window); j < i; j++) {
        const by = byDistance ? 1 / (i - j) : 1;
        add(ids[i]!, ids[j]!, by);
        add(ids[j]!, ids[i]!, by);
      }
    }
  }
  const sorted = Float64Array.from(cells.keys()).sort();
  return {
    vocabulary,
    rows: Int32Array.from(sorted, (cell) => Math.floor(cell / vocabulary)),
    columns: Int32Array.from(sorted, (cell) => cell % vocabulary),
    values: sorted.map((cell) => cells.get(cell) ?? 0),
  };
}

function checkIds(ids: ArrayLike<number>, vocabulary: number): void {
  for (let i = 0; i < ids.length; i++) {
    if (!(ids[i]! >= 0 && ids[i]! < vocabulary)) {
      throw new RangeError(`token ${i} has the id ${ids[i]}; ids run from 0 to ${vocabulary - 1}`);
    }
  }
}

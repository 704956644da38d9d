import type { VectorAnswers } from '../../store/vectors-state.ts';

type RowsAnswer = VectorAnswers['rows'];

/** The words of a map with their vectors. */
export interface MapRows {
  /** Rank of each in the set: what the map calls a point. */
  readonly ids: Int32Array<ArrayBuffer>;
  readonly words: readonly string[];
  /** (n, d). */
  readonly vectors: Float32Array<ArrayBuffer>;
  readonly dimensions: number;
  readonly columns: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Words asked for that the set has not. */
  readonly missing: readonly string[];
}

/**
 * Rows of several answers as one, each word once, without those dropped. Words that the set makes of their parts (rank −1) have no
 * place on a map: they have no rank to be called by.
 */
export function joinRows(answers: readonly RowsAnswer[], dropped: ReadonlySet<string>): MapRows {
  const d = answers[0]?.dimensions ?? 0;
  const seen = new Set<number>();
  const picked = answers.flatMap((answer) =>
    answer.words.flatMap((word, row) => {
      const id = answer.indices[row] ?? -1;
      if (id < 0 || seen.has(id) || dropped.has(word)) return [];
      seen.add(id);
      return [{ answer, row, id, word }];
    }),
  );
  const vectors = new Float32Array(picked.length * d);
  picked.forEach(({ answer, row }, i) => {
    vectors.set(answer.vectors.subarray(row * d, (row + 1) * d), i * d);
  });
  return {
    ids: Int32Array.from(picked, ({ id }) => id),
    words: picked.map(({ word }) => word),
    vectors,
    dimensions: d,
    columns: (answers[0]?.columns ?? []).map(({ name }, column) => ({
      name,
      values: picked.map(({ answer, row }) => answer.columns[column]?.values[row] ?? ''),
    })),
    missing: [...new Set(answers.flatMap(({ missing }) => missing))],
  };
}

export interface SymbolProbability {
  readonly id: number;
  readonly probability: number;
}

export interface TopProbabilities {
  readonly top: readonly SymbolProbability[];
  /** Sum over the `others` that are not shown. */
  readonly rest: number;
  readonly others: number;
}

/** The `count` most probable ids, and the target's even when it is not among them. Ties go to the smaller id. */
export function topProbabilities(
  probabilities: ArrayLike<number>,
  count: number,
  target: number | null,
): TopProbabilities {
  const ranked = Array.from(probabilities, (probability, id) => ({ id, probability })).sort(
    (a, b) => b.probability - a.probability || a.id - b.id,
  );
  const top = ranked.filter(({ id }, rank) => rank < count || id === target);
  const shown = new Set(top.map(({ id }) => id));
  const left = ranked.filter(({ id }) => !shown.has(id));
  return { top, rest: left.reduce((sum, { probability }) => sum + probability, 0), others: left.length };
}

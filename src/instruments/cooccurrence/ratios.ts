/** What a third word says of two: how much oftener it stands near the one than near the other. */
export interface Probe {
  /** Id of the third word. */
  readonly id: number;
  /** X with the first word, and with the second. */
  readonly counts: readonly [number, number];
  /** P(k | i) = X_ik / X_i of both. */
  readonly shares: readonly [number, number];
  /** P(k | first) / P(k | second); ∞ where it never stands near the second, NaN where it stands near neither. */
  readonly ratio: number;
}

/** Rows of X of both words, and their sums. */
export interface ProbeRows {
  readonly rows: readonly [Float64Array, Float64Array];
  readonly sums: readonly [number, number];
}

export function probeRows(rows: readonly [Float64Array, Float64Array]): ProbeRows {
  const sum = (row: Float64Array) => row.reduce((total, x) => total + x, 0);
  return { rows, sums: [sum(rows[0]), sum(rows[1])] };
}

export function probe({ rows, sums }: ProbeRows, id: number): Probe {
  const counts = [rows[0][id] ?? 0, rows[1][id] ?? 0] as const;
  const shares = [counts[0] / sums[0], counts[1] / sums[1]] as const;
  return { id, counts, shares, ratio: shares[0] / shares[1] };
}

/** How many words of each kind `tellingProbes` looks for. */
const EACH = 4;

/**
 * Words that show what ratios do: some that tell for the first word, some for the second, then such as stand near both alike.
 * To tell, a word has to be there often enough that chance does not: its smaller share is taken as if it had been met once more.
 */
export function tellingProbes(rows: ProbeRows, chosen: readonly [number, number]): readonly Probe[] {
  const probes = Array.from({ length: rows.rows[0].length }, (_, id) => probe(rows, id)).filter(
    ({ id, counts }) => !chosen.includes(id) && counts[0] + counts[1] > 0,
  );
  const careful = ({ counts: [a, b] }: Probe) =>
    Math.log((a + 1) / (rows.sums[0] + 1)) - Math.log((b + 1) / (rows.sums[1] + 1));
  const byTelling = [...probes].sort((a, b) => careful(b) - careful(a));
  const both = probes.filter(({ ratio }) => ratio > 1 / EVEN && ratio < EVEN);
  const even = both.sort((a, b) => Math.min(...b.counts) - Math.min(...a.counts)).slice(0, EACH);
  const first = byTelling.slice(0, EACH).filter(({ ratio }) => ratio > 1);
  const second = byTelling.slice(-EACH).filter(({ ratio }) => ratio < 1);
  const seen = new Set<number>();
  return [...first, ...even, ...second].filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A ratio up to this, or from its inverse on, says neither. */
const EVEN = 1.3;

import type { ProjectionPoints } from '../../store/projection-state.ts';

/** What must come and go for `before` to become `after`, by ids. */
export function pointChanges(
  before: ProjectionPoints,
  after: ProjectionPoints,
): { readonly added: ProjectionPoints | null; readonly dropped: readonly number[] } {
  const [was, is] = [new Set(before.ids), new Set(after.ids)];
  const dropped = [...before.ids].filter((id) => !is.has(id));
  const rows = [...after.ids.keys()].filter((i) => !was.has(after.ids[i] ?? 0));
  return { added: rows.length > 0 ? rowsOf(after, rows) : null, dropped };
}

function rowsOf(
  { ids, vectors, dimensions: d }: ProjectionPoints,
  rows: readonly number[],
): ProjectionPoints {
  const picked = new Float32Array(rows.length * d);
  rows.forEach((from, to) => {
    picked.set(vectors.subarray(from * d, (from + 1) * d), to * d);
  });
  return { ids: Int32Array.from(rows, (i) => ids[i] ?? 0), vectors: picked, dimensions: d };
}

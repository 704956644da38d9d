import type { Nearest } from '../../workers/embeddings/protocol.ts';

/** Ids of the nearest words by word, as they stood at some time. */
export type Standing = ReadonlyMap<string, readonly number[]>;

/** What became of a neighbour since then. */
export type Mark = 'new' | 'up' | 'down' | 'same';

export const standingOf = (lists: readonly Nearest[]): Standing =>
  new Map(lists.flatMap(({ word, nearest }) => (nearest ? [[word, nearest.map(({ id }) => id)]] : [])));

/** The mark of the neighbour at place `at` of a word's list; a word that had no list then has no marks. */
export function markOf(standing: Standing, word: string, id: number, at: number): Mark {
  const before = standing.get(word);
  if (!before) return 'same';
  const place = before.indexOf(id);
  if (place < 0) return 'new';
  return place === at ? 'same' : place > at ? 'up' : 'down';
}

/** Share of all neighbours that stood in the same word's list then; NaN where nothing can be compared. */
export function keptShare(standing: Standing, lists: readonly Nearest[]): number {
  let [kept, all] = [0, 0];
  for (const { word, nearest } of lists) {
    const before = standing.get(word);
    if (!before || !nearest) continue;
    all += nearest.length;
    kept += nearest.filter(({ id }) => before.includes(id)).length;
  }
  return kept / all;
}

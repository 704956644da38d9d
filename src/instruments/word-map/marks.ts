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

/** Lists as they stood when an epoch began. */
export interface KeptStanding {
  readonly epoch: number;
  readonly standing: Standing;
}

export const NO_STANDING: KeptStanding = { epoch: -1, standing: new Map() };

/**
 * What changes are marked against from now on: when an epoch begins, the lists of that moment; of words that are looked up in the
 * middle of one, the first list. Within the first epoch nothing is compared, and when all epochs are over, what the last one changed
 * stays marked.
 */
export function nextStanding(
  before: KeptStanding,
  now: { readonly epoch: number; readonly isDone: boolean; readonly lists: readonly Nearest[] | undefined },
): KeptStanding {
  const { epoch, isDone, lists } = now;
  if (!lists) return NO_STANDING;
  if (epoch === 0 || epoch < before.epoch)
    return before.epoch === epoch ? before : { epoch, standing: new Map() };
  if (epoch > before.epoch && !isDone) return { epoch, standing: standingOf(lists) };
  const fresh = standingOf(lists.filter(({ word }) => !before.standing.has(word)));
  return fresh.size === 0 ? before : { ...before, standing: new Map([...before.standing, ...fresh]) };
}

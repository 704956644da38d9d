import { createCooccurrenceCounter, MOST_CELLS } from '../../models/glove/cooccurrence.ts';
import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';

/** What counts as near. */
export interface Nearness {
  /** Words on either side. */
  readonly window: number;
  /** Whether a word k words away counts 1/k rather than 1. */
  readonly byDistance: boolean;
}

type Words = Pick<EmbeddingCorpus, 'ids' | 'starts'>;

/** Calls back for every two words of a sentence that are near one another, left before right. */
function eachPair({ starts }: Words, window: number, see: (left: number, right: number) => void): void {
  for (let s = 0; s + 1 < starts.length; s++) {
    const start = starts[s]!;
    const end = starts[s + 1]!;
    for (let right = start; right < end; right++) {
      for (let left = Math.max(start, right - window); left < right; left++) see(left, right);
    }
  }
}

/** X of a few chosen words (n, n), row-major: how often word j stands near word i. */
export function nearGrid(
  corpus: Words,
  chosen: readonly number[],
  { window, byDistance }: Nearness,
): Float64Array {
  const places = new Map(chosen.map((id, place) => [id, place]));
  const n = chosen.length;
  const grid = new Float64Array(n * n);
  const place = corpus.ids.map((id) => places.get(id) ?? -1);
  eachPair(corpus, window, (left, right) => {
    const [i, j] = [place[left]!, place[right]!];
    if (i < 0 || j < 0) return;
    const by = byDistance ? 1 / (right - left) : 1;
    grid[i * n + j]! += by;
    grid[j * n + i]! += by;
  });
  return grid;
}

/** Two places of a text that count into one cell. */
export interface Meeting {
  /** Positions in `corpus.ids`, of the row's word and of the column's. */
  readonly row: number;
  readonly column: number;
  readonly distance: number;
  /** What it adds to the cell. */
  readonly adds: number;
}

/** Where a cell's count comes from. */
export interface Meetings {
  /** A few, as many distances among them as there are; of each distance the first ones of the text, the nearest first. */
  readonly first: readonly Meeting[];
  readonly count: number;
  /** How many there are at each distance, from 1. */
  readonly distances: Int32Array;
  /** X_ij. */
  readonly sum: number;
}

/** Every place where two words meet; a word meets itself both ways, as X counts it. */
export function meetingsOf(
  corpus: Words,
  [row, column]: readonly [number, number],
  { window, byDistance }: Nearness,
  most: number,
): Meetings {
  const found = Array.from({ length: window }, (): Meeting[] => []);
  const distances = new Int32Array(window);
  const { ids } = corpus;
  let [count, sum] = [0, 0];
  const meet = (rowAt: number, columnAt: number) => {
    const distance = Math.abs(columnAt - rowAt);
    const adds = byDistance ? 1 / distance : 1;
    const same = found[distance - 1]!;
    if (same.length < most) same.push({ row: rowAt, column: columnAt, distance, adds });
    distances[distance - 1]!++;
    count++;
    sum += adds;
  };
  eachPair(corpus, window, (left, right) => {
    if (ids[left] === row && ids[right] === column) meet(left, right);
    if (ids[left] === column && ids[right] === row) meet(right, left);
  });
  return { first: fewOf(found, most), count, distances, sum };
}

/** One of every distance, then a second one, until there are enough; the nearest first. */
function fewOf(found: readonly (readonly Meeting[])[], most: number): readonly Meeting[] {
  const turns = Array.from({ length: most }, (_, turn) => found.flatMap((same) => same[turn] ?? []));
  return turns
    .flat()
    .slice(0, most)
    .sort((a, b) => a.distance - b.distance);
}

/** Words around a meeting, as the counting reads them: rare words are not there. */
export function wordsAround(
  { ids, starts }: Words,
  { row, column }: Pick<Meeting, 'row' | 'column'>,
  reach: number,
): { readonly from: number; readonly ids: Int32Array } {
  const [left, right] = [Math.min(row, column), Math.max(row, column)];
  // The last start that is not behind the left word.
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= left) low = middle;
    else high = middle;
  }
  const from = Math.max(starts[low]!, left - reach);
  return { from, ids: ids.slice(from, Math.min(starts[low + 1]!, right + reach + 1)) };
}

/** Each word's X with every other (V), for a few rows. */
export function nearRows(
  corpus: EmbeddingCorpus,
  rows: readonly number[],
  { window, byDistance }: Nearness,
): readonly Float64Array[] {
  const sums = rows.map(() => new Float64Array(corpus.counts.length));
  const { ids } = corpus;
  eachPair(corpus, window, (left, right) => {
    rows.forEach((word, r) => {
      const by = byDistance ? 1 / (right - left) : 1;
      if (ids[left] === word) sums[r]![ids[right]!]! += by;
      if (ids[right] === word) sums[r]![ids[left]!]! += by;
    });
  });
  return sums;
}

/** Every cell of X that is not 0, in no order; null when there are more than `most`. Yields every few milliseconds. */
export function* nearValues(
  { ids, starts, counts }: EmbeddingCorpus,
  nearness: Nearness,
  most = MOST_CELLS,
): Generator<void, Float64Array | null> {
  const counter = createCooccurrenceCounter({ vocabulary: counts.length, ...nearness });
  let counted = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    const sentence = ids.subarray(starts[s]!, starts[s + 1]!);
    counter.add(sentence);
    counted += sentence.length;
    if (counted < PIECE) continue;
    counted = 0;
    if (counter.size > most) return null;
    yield;
  }
  return counter.size > most ? null : counter.values();
}

/** Words between two chances to do something else. */
const PIECE = 1000;

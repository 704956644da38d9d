import type { Merge } from '../../models/softmax/huffman.ts';

/** A tree of the forest that waits to be joined. */
export interface Part {
  /** As a child in `SoftmaxTree`: an inner node, or ~class. */
  readonly id: number;
  readonly count: number;
}

/** Which of equals comes first, and why. */
export type Tie =
  /** Words before joined parts. */
  | 'word-first'
  /** Of words the one further down the list. */
  | 'later-word'
  /** Of joined parts the one that was joined earlier. */
  | 'older-part';

export interface QueueState {
  /** Lightest first, in the order in which they will be taken. */
  readonly parts: readonly Part[];
  /** Why the second of the next two and not the third, where both weigh the same; null: they do not. */
  readonly tie: Tie | null;
  /** Why the first of the next two goes to the left, where they weigh the same. */
  readonly order: Tie | null;
}

/** Words before joined parts, later words before earlier ones, older parts before newer ones: see `huffmanMerges`. */
const byTurn = (a: Part, b: Part): number =>
  a.count - b.count || Number(a.id >= 0) - Number(b.id >= 0) || a.id - b.id;

function tieOf(first: Part | undefined, second: Part | undefined): Tie | null {
  if (!first || !second || first.count !== second.count) return null;
  if (first.id < 0 !== second.id < 0) return 'word-first';
  return first.id < 0 ? 'later-word' : 'older-part';
}

/** What waits after so many merges. */
export function queueAt(counts: ArrayLike<number>, merges: readonly Merge[], done: number): QueueState {
  const made = merges.slice(0, done);
  const joined = new Set(made.flatMap(({ left, right }) => [left, right]));
  const words = Array.from(counts, (count, leaf): Part => ({ id: ~leaf, count }));
  const parts = [...words, ...made.map(({ node, count }): Part => ({ id: node, count }))]
    .filter(({ id }) => !joined.has(id))
    .sort(byTurn);
  return { parts, tie: tieOf(parts[1], parts[2]), order: tieOf(parts[0], parts[1]) };
}

import type { Random } from '../random.ts';

/** How far a context reaches. */
export interface WindowOptions {
  /** Tokens on either side, at least 1. */
  readonly window: number;
  /** Whether each position draws its reach from 1 … window, so that nearer words count more, as word2vec does. */
  readonly shrink: boolean;
}

/** The reach of one position. */
export function drawReach({ window, shrink }: WindowOptions, random: Random): number {
  return shrink ? 1 + random.integer(window) : window;
}

/** Positions of the context of one position, from left to right: at most `reach` to either side, within [start, end). */
export function contextOf(
  position: number,
  reach: number,
  { start, end }: { readonly start: number; readonly end: number },
): readonly number[] {
  const positions: number[] = [];
  for (let i = Math.max(start, position - reach); i < Math.min(end, position + reach + 1); i++) {
    if (i !== position) positions.push(i);
  }
  return positions;
}

/** A pair as skip-gram learns it: from the vector of one word, the other is to be foretold. */
export interface Pair {
  /** Positions in the text. */
  readonly centre: number;
  readonly context: number;
}

/** Every (centre, context) pair of a sentence, position by position, with the reach that `reaches` gives each. */
export function pairsOf(length: number, reaches: (position: number) => number): readonly Pair[] {
  return Array.from({ length }, (_, centre) =>
    contextOf(centre, reaches(centre), { start: 0, end: length }).map((context) => ({ centre, context })),
  ).flat();
}

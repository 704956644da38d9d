import type { WordAxis } from '../../store/vectors-state.ts';

/** A word, and where it lies along each axis: cosines. */
export interface AxisWord {
  readonly word: string;
  readonly at: readonly number[];
}

/** The words farthest towards either end of an axis, the outermost first. */
export function farthest(words: readonly AxisWord[], axis: number, count: number) {
  const sorted = words
    .filter(({ at }) => Number.isFinite(at[axis]))
    .sort((a, b) => (a.at[axis] ?? 0) - (b.at[axis] ?? 0));
  return { low: sorted.slice(0, count), high: sorted.slice(-count).reverse() };
}

/** The reach of a scale about 0 that holds all coordinates: the next tenth, and never less than one. */
export function reachOf(words: readonly AxisWord[]): number {
  const sizes = words.flatMap(({ at }) => at.map(Math.abs)).filter(Number.isFinite);
  return Math.max(1, Math.ceil(10 * Math.max(0, ...sizes) - 1e-9)) / 10;
}

/** Why an axis has no direction. */
export type AxisFault = 'needs' | 'zero';

export function faultOf({ from, to }: WordAxis): AxisFault | null {
  if (from.length === 0 || to.length === 0) return 'needs';
  return [...from].sort().join('\n') === [...to].sort().join('\n') ? 'zero' : null;
}

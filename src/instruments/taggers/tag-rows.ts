import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import type { TagCell, TagFooter } from '../../components/diagrams/tags/tagTypes.ts';

/** A probability as every figure of the page prints it. */
export const showProbability = (value: number): string => formatFixed(value, 3);

/** One tagger's answers as cells; `name` says a cell aloud. */
export function cellsOf(
  probabilities: ArrayLike<number>,
  name: (step: number, value: string) => string,
): readonly TagCell[] {
  return Array.from(probabilities, (value, step) => {
    const shown = showProbability(value);
    return { value, text: shown, name: name(step, shown) };
  });
}

/** Differences of two sentences' answers over their common beginning. A difference of exactly nothing is a bare 0. */
export function differenceCells(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  common: number,
): TagFooter['cells'] {
  return Array.from({ length: common }, (_, step) => {
    const difference = (one[step] ?? Number.NaN) - (other[step] ?? Number.NaN);
    return { text: difference === 0 ? '0' : formatFixed(difference, 3), strong: difference === 0 };
  });
}

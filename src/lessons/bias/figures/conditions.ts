import { dot } from '../../../models/vectors/row-kernel.ts';
import type { Axis, PlacedWord, UnitOf } from './axis.ts';
import { GENDERED, OCCUPATIONS } from './word-lists.ts';

/** What stands farthest to the second side of the words that are there at first. */
const BEATEN = 'nurse';
const [LOW, HIGH] = ['he', 'she'] as const;
/** Words that the checkpoint looks at, whether they are on the reader's list or not. */
export const JUDGED = [BEATEN, LOW, HIGH] as const;
const GIVEN: ReadonlySet<string> = new Set(OCCUPATIONS.split(' '));

/**
 * A word of the reader's own, that says no gender, lies farther to the side of “she” than “nurse”, along a direction of several pairs that
 * goes from “he” to “she”.
 */
export function isFarther(placed: readonly PlacedWord[], axis: Axis | null, unit: UnitOf): boolean {
  if (!axis?.result.ok || axis.used.length < 2) return false;
  const { direction } = axis.result;
  const [beaten, low, high] = JUDGED.map((word) => {
    const v = unit(word);
    return v ? dot(v, direction) : Number.NaN;
  }) as [number, number, number];
  const named = new Set([...axis.used.flat(), ...GENDERED]);
  const isOwn = (word: string) => !GIVEN.has(word) && !named.has(word.toLowerCase());
  return high > low && placed.some(({ word, before }) => isOwn(word) && before > beaten);
}

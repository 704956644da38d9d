import type { Axis, PlacedWord } from './axis.ts';
import { GENDERED, OCCUPATIONS } from './word-lists.ts';

/** What stands farthest to the second side of the words that are there at first. */
const BEATEN = 'nurse';
const GIVEN: ReadonlySet<string> = new Set(OCCUPATIONS.split(' '));

/** A word of the reader's own, that says no gender, lies farther to the second side than “nurse”, along a direction of several pairs. */
export function isFarther(placed: readonly PlacedWord[], axis: Axis | null): boolean {
  const nurse = placed.find(({ word }) => word === BEATEN);
  if (!nurse || !axis || axis.used.length < 2) return false;
  const named = new Set([...axis.used.flat(), ...GENDERED]);
  return placed.some(
    ({ word, before }) => !GIVEN.has(word) && !named.has(word.toLowerCase()) && before > nurse.before,
  );
}

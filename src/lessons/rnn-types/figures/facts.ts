import { followersOf, shareOf } from '../../../instruments/feedback/decoders.ts';
import { LENGTH } from '../../../instruments/feedback/drift.ts';
import { spelling } from '../../../models/tasks/spell-digit.ts';

/** Symbols that the second figure's network writes. */
export const WRITTEN = LENGTH;

/** Probability that all of so many symbols are right when each is right with this probability, given right ones before. */
export const faultless = (right: number, symbols: number): number => right ** symbols;

/** How often a letter stands in the ten names, and how often a name ends with it. */
export const countOf = (letter: string): number => followersOf(letter).length;
export const endsOf = (letter: string): number =>
  followersOf(letter).filter(({ digit, step }) => step === spelling(digit).length - 1).length;

/** What a decoder that sees the last letter alone should say of the end after a letter, to have the smallest loss. */
export function endShare(letter: string): number {
  const place = followersOf(letter).find(({ digit, step }) => step === spelling(digit).length - 1);
  return place ? shareOf('letter', place) : 0;
}

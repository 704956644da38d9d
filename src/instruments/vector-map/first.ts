import { FIRST } from './settings.ts';

/** The slider's scale: thirds of a doubling, so that a hand can find 2,000 as well as 50,000. */
export const SCALE = { min: 0, max: Math.log2(FIRST.most / FIRST.least), step: 0.05 } as const;

/** A number of words at a place of the slider, rounded to two digits. */
export function firstOf(place: number): number {
  const exact = FIRST.least * 2 ** place;
  const unit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return Math.max(FIRST.least, Math.min(FIRST.most, Math.round(exact / unit) * unit));
}

export const placeOf = (first: number): number =>
  Math.log2(Math.max(FIRST.least, Math.min(FIRST.most, first)) / FIRST.least);

import { powers } from '../ngrams/format.ts';

/** P of the target in digits enough to follow it while it is small. */
export const probabilityText = (probability: number): string => powers(probability, 4);

/** How far a sum is from 1: 2.2 × 10⁻¹⁶, or 0. */
export const deviationText = (sum: number): string => powers(Math.abs(sum - 1), 2);

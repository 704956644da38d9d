import type { CheckedWeight } from '../../../instruments/bptt/check.ts';
import type { CheckSettings } from '../../../instruments/bptt/check-settings.ts';
import type { Reading } from '../../../instruments/bptt/reading.ts';
import { smallestWindow } from '../../../instruments/bptt/sums.ts';
import type { SumsSettings } from '../../../instruments/bptt/sums-settings.ts';

/** Share of the gradient's length that may be missing. */
export const TOLERANCE = 0.1;
/** Relative difference of eight equal digits. */
export const EIGHT_DIGITS = 1e-8;

/** The learner has found the shortest window that is near enough, for the network and sentence on show. */
export const isSmallestWindow = (reading: Reading, { kind, length }: SumsSettings): boolean =>
  kind === 'window' && Math.min(length, reading.through.losses.length) === smallestWindow(reading, TOLERANCE);

/** A recurrent weight with a gradient, both ways of finding it agreeing on eight digits. */
export const isChecked = ({ matrix, kind }: CheckSettings, { analytic, relative }: CheckedWeight): boolean =>
  matrix === 'recurrent' && kind === 'none' && analytic !== 0 && relative < EIGHT_DIGITS;

import type { Random } from '../random.ts';
import { correlation } from './standard.ts';

/** One in twenty: how often noise alone may reach the level. */
const RARE = 0.05;
/** A track moved by less than this share of the passage still lies mostly where it lay. */
const NEAREST = 0.1;

/**
 * The |r| that the best of these units reaches by chance: the track is moved on by a random stretch, its end put before its
 * beginning, so that it changes as slowly as before and has nothing to do with the text any more. Of `shifts` such moves, 5 in
 * 100 find a unit above the level (so shifts + 1 should be a multiple of 20). A generator: it rests after every move.
 */
export function* chanceLevel(
  units: readonly Float32Array[],
  track: Float32Array,
  shifts: number,
  random: Random,
): Generator<null, number> {
  const least = Math.ceil(NEAREST * track.length);
  const range = Math.max(1, track.length - 2 * least);
  const highest: number[] = [];
  for (let i = 0; i < shifts; i++) {
    const shift = Math.min(track.length, least + random.integer(range));
    highest.push(units.reduce((most, unit) => Math.max(most, Math.abs(correlation(unit, track, shift))), 0));
    yield null;
  }
  highest.sort((a, b) => a - b);
  return highest[Math.ceil((1 - RARE) * (shifts + 1)) - 1] ?? 0;
}

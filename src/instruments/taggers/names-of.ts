import type { Reading } from '../../models/network/reading.ts';
import { NAME, TASK } from './task.ts';

/** P(name) of every word of a reading, (T). */
export function namesOf({ probabilities }: Pick<Reading, 'probabilities'>): Float64Array {
  return probabilities.filter((_, i) => i % TASK.classes.length === NAME);
}

import type { PairProgress } from '../../../instruments/depth/training-types.ts';

/** At least so many answers right with skip connections, at most so many without. */
const LEARNT = 0.95;
const LOST = 0.6;

/** Whether at some report the network with skip connections had the task while the other one was still lost. */
export const isAhead = (reports: readonly PairProgress[]): boolean =>
  reports.some(({ plain, skipping }) => skipping.accuracy >= LEARNT && plain.accuracy <= LOST);

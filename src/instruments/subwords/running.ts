import { createPublished } from '../live/published.ts';

/** The words that the run of this page learns, the most frequent first: other figures count in them. */
export interface RunningWords {
  readonly words: readonly string[];
}

export const runningWords = createPublished<RunningWords>();

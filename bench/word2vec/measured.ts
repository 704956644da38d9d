import type { Case, ContestantName } from './plan.ts';

/** What the page tells of one contestant in one case. */
export interface Measured {
  readonly of: Case;
  readonly name: ContestantName;
  readonly threads: number;
  /** Words a second: median, and the distance of the quartiles as a share of it. */
  readonly speed: number;
  readonly spread: number;
  /** Mean loss after the same sentences. */
  readonly loss: number;
  readonly runs: number;
}

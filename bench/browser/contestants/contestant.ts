import type { BenchCase } from '../case.ts';
import type { CharacterShape } from '../shape.ts';

/** Something that trains the character model, from the case's numbers on, with the same batch at each step. */
export interface Contestant {
  /** For people: threads, adapter, flags. */
  readonly note: string | null;
  /**
   * One training step: forward from zero states, backward, Adam's update. Its loss is that of before the update; null where
   * steps are only queued, and `finish` waits for them.
   */
  step(): number | null | Promise<number | null>;
  /** Waits for what was queued; the loss of the last step. */
  finish?(): Promise<number>;
}

export interface ContestantOptions {
  /** A software adapter is slower than any CPU tier: it is opened only to see that the code works there. */
  readonly allowSoftware: boolean;
}

/** Throws an Error that says why when this browser or machine cannot do it. */
export type OpenContestant = (
  shape: CharacterShape,
  start: BenchCase,
  options: ContestantOptions,
) => Promise<Contestant>;

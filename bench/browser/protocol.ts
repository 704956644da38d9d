import type { ContestantId } from './contestants.ts';
import type { Problem } from './problem.ts';
import type { CharacterShape } from './shape.ts';

/** A worker holds one contestant; one request at a time. */
export type ToContestant =
  | {
      readonly type: 'prepare';
      readonly contestant: ContestantId;
      readonly shape: CharacterShape;
      /** WebGPU on a software adapter too: to see that it works, not how fast. */
      readonly allowSoftware: boolean;
    }
  | { readonly type: 'train'; readonly count: number };

/** What a contestant says about itself: threads, adapter, flags; for people. */
export interface Prepared {
  readonly type: 'prepared';
  readonly note: string | null;
}

/** What a few training steps came to. */
export interface Trained {
  readonly type: 'trained';
  /** Milliseconds of each step; one mean for all of them where steps overlap on a device. */
  readonly milliseconds: readonly number[];
  /** Loss before the last of the steps' updates, nats. */
  readonly loss: number;
}

export interface ContestantFailed {
  readonly type: 'failed';
  readonly problem: Problem;
}

export type FromContestant = Prepared | Trained | ContestantFailed;

import type { PairSettings } from './recall-pair.ts';

/** Optimiser steps of a training, and how many pass between two reports. */
export const STEPS = 300;
export const EVERY = 10;

export interface TwinProgress {
  /** Share of right answers in the batches since the last report. */
  readonly accuracy: number;
  /** ‖∂L/∂a^[l]⟨t⟩‖ (L, T) now. */
  readonly map: Float64Array;
}

export interface PairProgress {
  readonly step: number;
  readonly plain: TwinProgress;
  readonly skipping: TwinProgress;
}

export type ToPairWorker =
  | { readonly type: 'train'; readonly settings: PairSettings }
  /** Off screen nothing is computed. */
  | { readonly type: 'rest'; readonly resting: boolean };

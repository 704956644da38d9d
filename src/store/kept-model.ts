import type { HeldOutPoint, RunConfig, Tier } from '../workers/protocol.ts';
import type { SavedRun } from './checkpoints.ts';
import type { Clock } from './run-clock.ts';
import type { LossCurve } from './run-curve.ts';

export type ModelId = string & { readonly __brand: 'ModelId' };

/** A language model that the reader trains, and all that is known of it without its numbers. */
export interface KeptModel {
  readonly id: ModelId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly changed: number;
  /** As it is trained now, its text left out. */
  readonly config: RunConfig;
  /** What `texts` finds the text by: a corpus, or a text of the reader's own. */
  readonly text: string;
  /** Null until the run has been prepared once. */
  readonly facts: ModelFacts | null;
  /** Optimiser steps of its latest saved state. */
  readonly step: number;
  readonly curve: LossCurve;
  readonly heldOut: readonly HeldOutPoint[];
  /** Seconds of training behind steps, in the order of the steps. */
  readonly clock: Clock;
  /** States kept beside the latest one, in the order in which they were kept. */
  readonly checkpoints: readonly KeptCheckpoint[];
}

/** What a run turned out to be once its text was read. */
export interface ModelFacts {
  readonly parameterCount: number;
  /** V, ⟨UNK⟩ included. */
  readonly vocabulary: number;
  /** Tokens that are learnt from. */
  readonly tokens: number;
  /** Predictions of which a held-out loss is the mean. */
  readonly heldOut: number;
  /** B and T really used. */
  readonly batch: number;
  readonly steps: number;
  readonly tier: Tier;
}

export interface KeptCheckpoint {
  readonly id: string;
  /** `best`: the lowest held-out loss so far, replaced by a lower one; `named`: kept because the reader said so. */
  readonly kind: 'best' | 'named';
  readonly name: string;
  readonly step: number;
  /** The held-out measurement that it was kept for, or the last one before it. */
  readonly heldOut: HeldOutPoint | null;
  readonly bytes: number;
  readonly saved: number;
}

export type NewModel = Pick<KeptModel, 'name' | 'config' | 'text'> &
  Partial<Pick<KeptModel, 'curve' | 'heldOut' | 'clock' | 'step' | 'facts'>>;
export type ModelChange = Partial<Omit<KeptModel, 'id' | 'begun' | 'changed' | 'checkpoints'>>;
export type NewCheckpoint = Pick<KeptCheckpoint, 'kind' | 'name' | 'step' | 'heldOut'>;

/** A model that was deleted, whole. */
export interface RemovedModel {
  readonly model: KeptModel;
  readonly latest: SavedRun | null;
  readonly states: ReadonlyMap<string, Uint8Array>;
}

import type { StoreApi } from 'zustand/vanilla';
import type { RunConfig, Tier } from '../workers/protocol.ts';
import type { KeptModel, ModelId, NewModel, RemovedModel } from './kept-model.ts';
import type { ModelStore } from './models.ts';
import type { Clock } from './run-clock.ts';
import type { Run, RunOptions } from './run-state.ts';

/** The model that is open: the only one that may train. */
export interface OpenRun {
  readonly id: ModelId;
  readonly run: Run;
}

export interface BenchState {
  /** Newest first; null until storage was asked. */
  readonly models: readonly KeptModel[] | null;
  readonly open: OpenRun | null;
  readonly clock: Clock;
  /** What was deleted last and can be put back. */
  readonly removed: RemovedModel | null;
  /** Storage refused something; it is kept as long as the page lives. */
  readonly unsaved: 'quota' | 'unavailable' | null;
}

export interface BenchOptions {
  readonly models: ModelStore;
  readonly pinned: Tier | null;
  readonly createRun?: (options: RunOptions) => Run;
  /** Milliseconds, for the time of training. */
  readonly now?: () => number;
}

/** A model as it begins: with its text, and maybe with a state to go on from. */
export interface Beginning extends Omit<NewModel, 'config'> {
  readonly config: RunConfig;
  readonly checkpoint?: Uint8Array;
}

/** The reader's models, of which one at a time is open. Everything that a model loses by being closed is saved before. */
export interface Workbench {
  readonly store: StoreApi<BenchState>;
  /** A new model, open and at rest; the one that was open is saved. */
  begin(model: Beginning): Promise<ModelId>;
  /** `text` is the one that the model names. At rest where it was left. */
  open(id: ModelId, text: string): Promise<void>;
  /** Saves the open model and ends its run. */
  close(): Promise<void>;
  rename(id: ModelId, name: string): Promise<void>;
  /** Keeps the open model's state of now under a name. */
  keepNow(name: string): Promise<void>;
  /** A kept state as a model of its own: what came after it stays where it is. */
  branch(id: ModelId, checkpoint: string, name: string, text: string): Promise<ModelId | null>;
  dropState(id: ModelId, checkpoint: string): Promise<void>;
  remove(id: ModelId): Promise<void>;
  /** Removes what was never more than an attempt: there is no way back. */
  discard(id: ModelId): Promise<void>;
  putBack(): Promise<void>;
  dispose(): void;
}

import type { StoreApi } from 'zustand/vanilla';
import type { EmbeddingClient, EmbeddingClientOptions } from '../workers/embeddings/client.ts';
import type {
  EmbeddingConfig,
  EmbeddingFailure,
  EmbeddingFrame,
  EmbeddingInfo,
  EmbeddingNotice,
  EmbeddingPoint,
  EmbeddingVectorsAnswer,
  EmbeddingWatch,
} from '../workers/embeddings/protocol.ts';
import type { CheckpointFault, Tier, TierChoice } from '../workers/protocol.ts';
import type { CheckpointStore } from './checkpoints.ts';
import type { Page, RunPhase } from './run-state.ts';
import type { Time } from './throttle.ts';

export interface EmbeddingRunState {
  /** `done`: all epochs are over. */
  readonly phase: RunPhase | 'done';
  readonly config: EmbeddingConfig;
  readonly preparing: { readonly done: number; readonly total: number } | null;
  readonly info: EmbeddingInfo | null;
  readonly choice: TierChoice | null;
  /** The newest state, at most ten times a second; null until the first one. */
  readonly frame: Omit<EmbeddingFrame, 'type' | 'run' | 'command' | 'curve'> | null;
  /** Oldest first, thinned. */
  readonly curve: readonly EmbeddingPoint[];
  readonly failure: EmbeddingFailure | null;
  /** Where `rewind` goes back to. */
  readonly goodStep: number;
  readonly notices: readonly EmbeddingNotice[];
}

export interface EmbeddingRunOptions {
  readonly config: EmbeddingConfig;
  readonly watch?: EmbeddingWatch;
  readonly pinned: Tier | null;
  /** Lesson and figure: the run is kept under this key from visit to visit, unless it is too large. Absent: it is not kept. */
  readonly persistKey?: string | null;
  readonly checkpoints?: CheckpointStore | null;
  readonly createClient?: (options: EmbeddingClientOptions) => EmbeddingClient;
  readonly time?: Time;
  readonly page?: Page | null;
}

/** One run of embeddings as a page holds it. Every method returns at once; what comes of it is in `store`. */
export interface EmbeddingRun {
  readonly store: StoreApi<EmbeddingRunState>;
  /** The config as it was asked for last; that of the state may have another learning rate since (`rewind`, a saved run). */
  asked(): EmbeddingConfig;
  play(stepsPerSecond?: number | null, until?: number | null): void;
  pause(): void;
  step(count?: number): void;
  /** From the seed again, paused, with the present config. */
  reset(): void;
  /** From the seed, with another config. It plays as this one was played, unless the reader stopped that: also after a run that is over. */
  reconfigure(config: EmbeddingConfig): void;
  /** What frames show from now on; the latest wins, and one that is equal to the last changes nothing. */
  watch(watch: EmbeddingWatch): void;
  learn(inputs: readonly string[], target: string, rate: number, negatives?: readonly number[]): void;
  vectors(): Promise<EmbeddingVectorsAnswer | null>;
  checkpoint(): Promise<Uint8Array | null>;
  /** Back to the last state that was no worse than knowing nothing, paused, to go on from there with this learning rate. */
  rewind(learningRate: number): void;
  /** Goes on from bytes that `checkpoint` gave, paused. What is wrong with them, or null. */
  restore(bytes: Uint8Array): CheckpointFault | null;
  dismissNotice(code: EmbeddingNotice['code']): void;
  setVisible(visible: boolean): void;
  dispose(): void;
}

import type { StoreApi } from 'zustand/vanilla';
import type { PassageReading } from '../models/units/passage.ts';
import type { RunClient, RunClientOptions } from '../workers/client.ts';
import type {
  CheckpointFault,
  HeldOutPoint,
  Probe,
  ProbeResult,
  RunConfig,
  RunFailure,
  RunInfo,
  RunNotice,
  StepStats,
  Tier,
  TierChoice,
} from '../workers/protocol.ts';
import type { CheckpointStore } from './checkpoints.ts';
import type { LossCurve } from './run-curve.ts';
import type { Time } from './throttle.ts';

export type RunPhase = 'starting' | 'paused' | 'playing' | 'failed' | 'unavailable';

export interface RunState {
  readonly phase: RunPhase;
  /** As it is now: learning rate and clipping may have changed since the run was asked for. */
  readonly config: RunConfig;
  /** Of a long text while it is cut into tokens, in UTF-16 units; else null. */
  readonly preparing: { readonly done: number; readonly total: number } | null;
  readonly info: RunInfo | null;
  readonly choice: TierChoice | null;
  /** The newest state, at most ten times a second; null until the first one. */
  readonly frame: RunFrame | null;
  readonly curve: LossCurve;
  /** Losses of the held-out text, oldest first, thinned like the curve; empty where nothing is held out. */
  readonly heldOut: readonly HeldOutPoint[];
  /** Grows with every new `parameters()`. */
  readonly parametersVersion: number;
  readonly failure: RunFailure | null;
  /** Where `rewind` goes back to. */
  readonly goodStep: number;
  readonly notices: readonly RunNotice[];
}

export interface RunFrame {
  readonly stats: StepStats;
  readonly stepsPerSecond: number;
  readonly playing: boolean;
  /** Under the parameters of `parametersStep`. */
  readonly probe: ProbeResult | null;
  /** Step of `parameters()`: that of `stats`, but for large models while they train, whose parameters come now and then. */
  readonly parametersStep: number;
}

/** The page's events: it tells when it is hidden. */
export type Page = Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;

export interface RunOptions {
  readonly config: RunConfig;
  readonly probe: Probe | null;
  readonly pinned: Tier | null;
  /** Tier of the numbers that a link points at, until another run is asked for. */
  readonly computedOn?: Tier | null;
  /** Lesson and figure: the run is kept under this key from visit to visit. Absent: it is not kept. */
  readonly persistKey?: string | null;
  readonly checkpoints?: CheckpointStore | null;
  /** A saved run that cannot go on stays saved, and this one fails: it is for the reader to start over. Absent: it is dropped. */
  readonly keepsUnusable?: boolean;
  readonly createClient?: (options: RunClientOptions) => RunClient;
  readonly time?: Time;
  readonly page?: Page | null;
}

/** One run as a page holds it. Every method returns at once; what comes of it is in `store`. */
export interface Run {
  readonly store: StoreApi<RunState>;
  /** All parameters, flat in layout order, as of `frame.parametersStep`; never changed afterwards; null until the first frame. */
  parameters(): Float64Array | null;
  play(stepsPerSecond?: number | null, until?: number | null): void;
  pause(): void;
  step(count?: number): void;
  /** From the seed again, paused, with the present config; what was saved is deleted. */
  reset(): void;
  /** Another run from its seed; it plays on if this one was playing. */
  reconfigure(config: RunConfig): void;
  setProbe(probe: Probe): void;
  editParameters(edits: readonly { readonly index: number; readonly value: number }[]): void;
  setLearningRate(learningRate: number): void;
  /** Clips gradients at another length from here on; it plays on if it was playing. */
  setClip(clip: number | null): Promise<void>;
  /** Saves what there is under `persistKey`; resolves when it is saved, or cannot be. */
  save(): Promise<void>;
  /** Back to the last state that was no worse than guessing, paused, with gradients clipped at `clip`. */
  rewind(options: { readonly clip: number }): void;
  checkpoint(): Promise<Uint8Array | null>;
  /** What the hidden units do over a passage, under the parameters of now; null where there is no run that reads text. */
  read(text: string): Promise<PassageReading | null>;
  /** Goes on from bytes that `checkpoint` gave, paused. What is wrong with them, or null. */
  restore(bytes: Uint8Array): CheckpointFault | null;
  dismissNotice(code: RunNotice['code']): void;
  /** Off screen: training rests, and goes on where it was when the figure is back. */
  setVisible(visible: boolean): void;
  dispose(): void;
}

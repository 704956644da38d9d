import type { StackSpec } from '../models/cells/stack.ts';
import type { CellSpec, SequenceGradients, SequenceTrace } from '../models/cells/types.ts';
import type { HeldOutBatch } from '../models/language/held-out.ts';
import type { GateBiases } from '../models/network/token-network.ts';
import type { ScheduleSpec } from '../models/optim/schedule.ts';
import type { OptimizerSpec } from '../models/optim/types.ts';
import type { TaskSpec } from '../models/tasks/spec.ts';
import type { Tokenization } from '../models/text/tokenize.ts';
import type { PassageReading } from '../models/units/passage.ts';

/**
 * What a page and a run's worker say to each other. One worker serves one run. Every message carries the run's id;
 * a message of another id is stale and dropped. A frame costs the worker one credit; the page hands the credit back, with
 * the frame's buffer, from requestAnimationFrame. Without credit the worker trains on and reads nothing back.
 */
export type RunId = number & { readonly __brand: 'RunId' };

/** Where the numbers are computed: on a graphics processor, by SIMD in WebAssembly, or by the reference itself. */
export type Tier = 'webgpu' | 'wasm' | 'js';
/** Why a tier runs; the badge turns the code into a sentence. */
export type TierReason =
  | { readonly code: 'hardware-adapter'; readonly adapter: string }
  | { readonly code: 'pinned' }
  /** The run's numbers so far were computed on this tier. */
  | { readonly code: 'computed-here' }
  /** What was asked for cannot be had; what follows says why. */
  | { readonly code: 'pinned-unavailable'; readonly tier: Tier }
  | { readonly code: 'computed-elsewhere'; readonly tier: Tier }
  | { readonly code: 'no-webgpu' }
  | { readonly code: 'software-adapter'; readonly adapter: string }
  | { readonly code: 'no-wasm'; readonly detail: string }
  | { readonly code: 'wasm-gears'; readonly threads: number; readonly relaxed: 'yes' | 'no' }
  | { readonly code: 'self-test-failed'; readonly tier: Tier; readonly detail: string }
  /** Milliseconds that a training step of this run took on throw-away copies. */
  | {
      readonly code: 'measured-faster';
      readonly other: Tier;
      readonly ms: number;
      readonly otherMs: number;
    }
  | { readonly code: 'tier-failed'; readonly tier: Tier; readonly detail: string };

export interface TierChoice {
  readonly tier: Tier;
  readonly reasons: readonly TierReason[];
}

/** Predict the next token of a text. The text is already the learner's own or a corpus that the page fetched. */
export interface NextSymbolTask extends Tokenization {
  readonly kind: 'next-symbol';
  readonly text: string;
  /** Most frequent tokens of the training part kept, ⟨UNK⟩ included; the rest become ⟨UNK⟩. */
  readonly vocabulary: number;
  /** What measures the model and is not learnt from; absent: all of the text is learnt from. */
  readonly heldOut?: HeldOut;
}

/** The end of a text, kept from training (the dev set). */
export interface HeldOut {
  /** Share of the text's tokens, above 0 and at most 0.5. */
  readonly share: number;
  /** At most so many of them are measured, from their beginning. */
  readonly tokens: number;
  /** Optimiser steps between two measurements; step 0 is the first. */
  readonly every: number;
}

/** Long memory: the first symbol of a sequence must be named after `delay` steps of noise. */
export interface RecallTask {
  readonly kind: 'recall';
  /** Symbols to tell apart. */
  readonly symbols: number;
  /** Noise steps between the symbol and the question. */
  readonly delay: number;
}

/** A data set that makes itself: sequences with classes to name at some or all steps (`models/tasks`). */
export interface GeneratedTask {
  readonly kind: 'generated';
  readonly spec: TaskSpec;
}
export type Task = NextSymbolTask | RecallTask | GeneratedTask;

/** Everything that decides a run's numbers, given a tier. */
export interface RunConfig {
  readonly task: Task;
  readonly cell: CellSpec;
  readonly hidden: number;
  readonly layers: number;
  /** Read forward in time, or both ways with the two hidden states side by side or added. Next-symbol: forward only. */
  readonly directions: StackSpec['directions'];
  readonly batch: number;
  /** T: steps that the gradient is carried back (truncated BPTT). Other tasks: ignored, T is that of their longest sequence. */
  readonly steps: number;
  readonly optimizer: OptimizerSpec;
  /** How the optimiser's learning rate goes on from step to step; absent: it stays. */
  readonly schedule?: ScheduleSpec;
  /** Largest global gradient norm, or null for no clipping. */
  readonly clip: number | null;
  /** Share of what every layer hands on that is left out while training (`models/cells/dropout.ts`); absent: nothing. */
  readonly dropout?: number;
  /** Where gate biases begin; 0 where nothing is said. A gate that the cell lacks is ignored. */
  readonly biases: GateBiases;
  readonly seed: number;
}

/** The sentence whose every gate the figure shows. */
export interface Probe {
  readonly text: string;
  /** Step whose output's loss is sent back; null: the last one. */
  readonly lossStep: number | null;
}

/** Scalars of the steps since the last frame. */
export interface StepStats {
  /** Optimiser steps done. */
  readonly step: number;
  /** Mean cross-entropy per token (nats) of the last training batch. */
  readonly loss: number;
  /** Global gradient norm before clipping. */
  readonly gradientNorm: number;
  /** Share of right answers in the last batch, over the steps that were asked; null for next-symbol. */
  readonly accuracy: number | null;
}

/** One point of the loss curve. */
export type LossPoint = StepStats;

/** Loss of the held-out text at a step, without dropout: mean cross-entropy per token, nats. */
export interface HeldOutPoint {
  readonly step: number;
  readonly loss: number;
}

/** What happened since the last time that somebody asked. */
export interface RecentStats {
  /** The newest step; before any step, the loss of the first batch under the initial parameters. */
  readonly latest: StepStats;
  /** Every step since the last call, oldest first, thinned to 512 at the most. */
  readonly since: readonly LossPoint[];
}

export interface ProbeLayer {
  readonly trace: SequenceTrace;
  readonly gradients: SequenceGradients['values'];
  readonly preGradients: SequenceGradients['pre'];
}

/** Every value of the probe sentence under the parameters of this frame. Copied and immutable. */
export interface ProbeResult {
  /** What the reader sees in each column; `known: false` entered the network as ⟨UNK⟩. */
  readonly tokens: readonly { readonly text: string; readonly id: number; readonly known: boolean }[];
  /** Tokens in the sentence as written; more than `tokens` when it was too long and its end was left out. */
  readonly asked: number;
  readonly layers: readonly ProbeLayer[];
  /** ŷ: softmax probabilities (T, V). */
  readonly probabilities: Float64Array;
  readonly lossStep: number;
  /** Target id of the loss that `gradients` descend from: the token that really follows; at the end, the most probable one. */
  readonly target: number;
  readonly loss: number;
}

/** What the page learns once, when a run is ready. */
export interface RunInfo {
  /** Texts of the tokens that are read, by id. */
  readonly vocabulary: readonly string[];
  /** Texts of what can be said, by id: the same for next-symbol and recall. */
  readonly classes: readonly string[];
  readonly parameterCount: number;
  /** Tokens of the text that are trained on; 0 where sequences are made. */
  readonly tokens: number;
  /** How often each token of `vocabulary` stands in the training text; empty where sequences are made. */
  readonly counts: readonly number[];
  /** Predictions of which the held-out loss is the mean; 0 when nothing is held out. */
  readonly heldOut: number;
  /** B really used (a short text gets fewer streams). */
  readonly batch: number;
  /** T really used. */
  readonly steps: number;
  /** Adjustments to what was asked, for a notice. */
  readonly notices: readonly RunNotice[];
}
export type RunNotice =
  /** A tier failed; the run goes on from its checkpoint at `step` on another tier (or on the same one, started afresh). */
  | {
      readonly code: 'tier-changed';
      readonly from: Tier;
      readonly to: Tier;
      readonly step: number;
      readonly cause: 'device-lost' | 'out-of-memory' | 'crashed';
    }
  /** A saved run was found and goes on, paused, where it was left. */
  | { readonly code: 'restored'; readonly step: number }
  /** The browser would not store the run; it goes on unsaved. */
  | { readonly code: 'not-saved'; readonly cause: 'quota' | 'unavailable' }
  /** What was saved cannot be used; the run began anew. */
  | { readonly code: 'checkpoint-dropped'; readonly detail: CheckpointFault }
  | { readonly code: 'batch-reduced'; readonly asked: number; readonly used: number }
  | { readonly code: 'steps-reduced'; readonly asked: number; readonly used: number }
  | { readonly code: 'probe-shortened'; readonly asked: number; readonly used: number };

/** Why bytes are not a usable checkpoint. */
export type CheckpointFault = 'not-a-checkpoint' | 'other-version' | 'truncated' | 'damaged' | 'other-run';

/** A run that cannot go on. Values make the message; `step` is where it happened. */
export type RunFailure =
  | { readonly code: 'text-too-short'; readonly found: number; readonly needed: number }
  | {
      readonly code: 'diverged';
      readonly step: number;
      readonly what: 'loss' | 'gradient' | 'parameters';
      readonly value: number;
    }
  | { readonly code: 'bad-checkpoint'; readonly detail: CheckpointFault }
  | { readonly code: 'device-lost'; readonly step: number; readonly detail: string }
  | { readonly code: 'out-of-memory'; readonly step: number; readonly detail: string }
  | { readonly code: 'crashed'; readonly step: number; readonly detail: string }
  /** This browser starts no worker. */
  | { readonly code: 'unavailable'; readonly detail: string };

export type Query =
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'set-probe'; readonly probe: Probe }
  /** Overwrite single parameters (flat index, value), then train on from there. */
  | {
      readonly kind: 'edit-parameters';
      readonly edits: readonly { readonly index: number; readonly value: number }[];
    }
  | { readonly kind: 'set-learning-rate'; readonly learningRate: number }
  /** Everything that the hidden units do over a passage, under the parameters of now; the answer is a `PassageReading`. */
  | { readonly kind: 'read'; readonly text: string }
  /**
   * For tests and for showing what a lost device looks like: the fault is real (the GPU device is destroyed; the worker
   * throws), only its moment is chosen. A CPU tier has no device to lose and throws in both cases.
   */
  | { readonly kind: 'simulate-fault'; readonly fault: 'device-lost' | 'crash' };

/** Of `checkpoint`: bytes. Of `read`: what was read. Null for all else, and for what could not be done. */
export type Answer = Uint8Array | PassageReading | null;

/** A tier that failed already in this run's life, and how. */
export interface FailedTier {
  readonly tier: Tier;
  readonly detail: string;
}

export type ToWorker =
  | {
      readonly type: 'init';
      readonly run: RunId;
      readonly config: RunConfig;
      readonly probe: Probe | null;
      readonly pinned: Tier | null;
      /** Tier of the numbers that a link points at; what a checkpoint says of its own goes before it. */
      readonly computedOn: Tier | null;
      readonly excluded: readonly FailedTier[];
      readonly checkpoint: Uint8Array | null;
    }
  /** Train until paused; at most `stepsPerSecond`, null = as fast as the machine goes; stop by itself at step `until`. */
  | {
      readonly type: 'play';
      readonly run: RunId;
      /** Counts what the page asked for: see `Frame.command`. */
      readonly command: number;
      readonly stepsPerSecond: number | null;
      readonly until: number | null;
    }
  | { readonly type: 'pause'; readonly run: RunId; readonly command: number }
  | { readonly type: 'step'; readonly run: RunId; readonly command: number; readonly count: number }
  | { readonly type: 'credit'; readonly run: RunId; readonly buffer: ArrayBuffer | null }
  | { readonly type: 'query'; readonly run: RunId; readonly id: number; readonly query: Query };

export interface Frame {
  readonly type: 'frame';
  readonly run: RunId;
  readonly stats: StepStats;
  /** Every step since the last frame, oldest first (thinned to 512 at the most). */
  readonly curve: readonly LossPoint[];
  readonly stepsPerSecond: number;
  readonly playing: boolean;
  /** The last play, pause or step that the worker had heard of; what `playing` says is out of date if there was another. */
  readonly command: number;
  /** Held-out losses measured since the last frame, oldest first. */
  readonly heldOut: readonly HeldOutPoint[];
  /** Null where there is none, or no parameters. */
  readonly probe: ProbeResult | null;
  /**
   * All parameters, Float64, flat in the order of the model's layout. Transferred: hand it back with the credit. Null in most
   * frames of a large model that trains: copying them all the time would cost more than training; never null when a frame was
   * owed (pause, a single step, another probe).
   */
  readonly parameters: ArrayBuffer | null;
}

export type FromWorker =
  /** First of all: the lock that the worker holds for as long as it lives. Not sent where there are no locks. */
  | { readonly type: 'alive'; readonly run: RunId; readonly lifeline: string }
  /** From here on the tier is answerable for what happens to the worker. */
  | { readonly type: 'trying'; readonly run: RunId; readonly tier: Tier }
  | {
      readonly type: 'ready';
      readonly run: RunId;
      readonly info: RunInfo;
      readonly choice: TierChoice;
      readonly step: number;
    }
  | Frame
  /** A long text is being cut into tokens: UTF-16 units done, of how many. Before `ready`. */
  | {
      readonly type: 'preparing';
      readonly run: RunId;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'reply'; readonly run: RunId; readonly id: number; readonly value: Answer }
  /** Sent by itself at the start, now and then while training, and on every pause, so that a crash loses little. */
  | {
      readonly type: 'saved';
      readonly run: RunId;
      readonly step: number;
      readonly checkpoint: Uint8Array;
    }
  | { readonly type: 'failed'; readonly run: RunId; readonly failure: RunFailure };

/** What a tier implements; the loop owns time and credit. */
export interface Trainer {
  /** One optimiser step. Throws `RunError` with a failure when the numbers are no longer finite. */
  step(): void | Promise<void>;
  /** Called only with credit. */
  stats(): Promise<RecentStats>;
  /** Copies all parameters into `into` (Float64, layout order). Called only with credit. */
  snapshot(into: Float64Array): Promise<void>;
  /** Throws `RunError` rather than save numbers that are not finite. The buffer is whole and may be transferred. */
  checkpoint(): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Mean cross-entropy (nats) of a batch of held-out text under the parameters of now, without dropout. A batch that does not
   * restart goes on from where the last such batch ended: what training carries is not touched, nor anything else of it.
   */
  evaluate(batch: HeldOutBatch): number | Promise<number>;
  /** Overwrites single parameters; indices outside the layout are ignored. */
  edit(edits: readonly { readonly index: number; readonly value: number }[]): Promise<void>;
  setLearningRate(learningRate: number): void;
  readonly stepsDone: number;
  /** Loses the device for real, where there is one (`simulate-fault`). */
  loseDevice?(): void;
  dispose(): void;
}

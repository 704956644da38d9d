import type { WasmGears } from '../../kernels/wasm/types.ts';
import type { Numbers, Precision } from '../checkpoint-file.ts';
import type { Tier } from '../protocol.ts';
import type {
  EmbeddingConfig,
  EmbeddingFailure,
  EmbeddingInfo,
  EmbeddingStats,
  EmbeddingTrainer,
  Method,
} from './protocol.ts';

/** The config of a run of one method. */
export type ConfigOf<Kind extends Method['kind']> = EmbeddingConfig & {
  readonly method: Extract<Method, { readonly kind: Kind }>;
};

/**
 * A way to learn embeddings, as the worker runs it. Its config has been through `limits.ts`: every number is within its limits.
 */
export interface EmbeddingMethod<Kind extends Method['kind']> {
  /** From the text to where training can begin; yields how many UTF-16 units are read, every few milliseconds of work. */
  prepare(config: ConfigOf<Kind>): Generator<number, MethodResult>;
}

/** A method whatever its kind: it is given configs of its own kind only. */
export interface AnyMethod {
  prepare(config: EmbeddingConfig): Generator<number, MethodResult>;
}

export type MethodResult =
  | { readonly ok: true; readonly run: MethodRun }
  | { readonly ok: false; readonly failure: EmbeddingFailure };

/** A run brought to the point where training can begin, whatever computes it. */
export interface MethodRun {
  /** `notices`: what the method itself changed; those of the limits are added. */
  readonly info: EmbeddingInfo;
  /** On the reference, which runs everywhere. */
  createReference(start: EmbeddingStart): EmbeddingTrainer;
  /** On the SIMD twin, where there is one. Rejects where it cannot be had. */
  openWasm?(): Promise<EmbeddingTier>;
}

/** A tier that is ready to compute a run. */
export interface EmbeddingTier {
  readonly gears: WasmGears;
  /** Null: it agrees with the reference; else what does not. */
  selfTest(): string | null;
  /** Throws a RangeError when there is not enough memory. */
  createTrainer(start: EmbeddingStart): EmbeddingTrainer;
  dispose(): void;
}

/** Where a trainer begins. */
export interface EmbeddingStart {
  /** Null: at the seed. */
  readonly saved: SavedNumbers | null;
  /** Milliseconds from any origin: how a trainer knows that a millisecond is over. */
  now(): number;
  /** A checkpoint of this run, computed on `tier`. Throws `RunError` rather than write numbers that are not finite. */
  write(tier: Tier, state: TrainerNumbers): Uint8Array<ArrayBuffer>;
}

/** What a trainer's next steps depend on, besides config and text. */
export interface TrainerNumbers {
  readonly stats: EmbeddingStats;
  /** Counters and the generator's words, by names of the method's own. */
  readonly facts: Readonly<Record<string, number | readonly number[]>>;
  /** Of everything in `sections`. */
  readonly precision: Precision;
  readonly sections: readonly Numbers[];
}

/** The same as read back: in 64 bits, a copy that the trainer may keep. */
export interface SavedNumbers extends Omit<TrainerNumbers, 'precision' | 'sections'> {
  readonly sections: readonly Float64Array[];
}

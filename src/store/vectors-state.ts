import type { StoreApi } from 'zustand/vanilla';
import type {
  KeepOptions,
  OpenProgress,
  QuestionKind,
  SourceFault,
  SourceFlaw,
  VectorAnswers,
  VectorOrigin,
  VectorQuestion,
  VectorSetInfo,
} from '../workers/vectors/protocol.ts';

export type {
  BuiltInId,
  CategoryScore,
  Found,
  Hit,
  KeepOptions,
  Metric,
  RankedAnswer,
  ScoreAnswer,
  SourceFault,
  SourceFlaw,
  SourcePlace,
  Term,
  VectorAnswers,
  VectorOrigin,
  VectorQuestion,
  VectorSetInfo,
  WordAnswer,
  WordAxis,
} from '../workers/vectors/protocol.ts';
export { BUILT_IN_IDS } from '../workers/vectors/protocol.ts';

/** An answer, and the way to say that it is not wanted any more. */
export interface Asked<Answer> {
  /** Null: it was cancelled, or the set was closed. Rejects when the worker failed at it. */
  readonly answer: Promise<Answer | null>;
  cancel(): void;
}

/** A set of vectors that is open in a worker of its own. */
export interface VectorSet {
  readonly info: VectorSetInfo;
  ask<Kind extends QuestionKind>(
    question: Extract<VectorQuestion, { readonly kind: Kind }>,
    onProgress?: (done: number, total: number) => void,
  ): Asked<VectorAnswers[Kind]>;
  /** Puts it away in the browser's storage, for the next visit. */
  keep(): Promise<{ readonly ok: true } | { readonly ok: false; readonly cause: 'quota' | 'unavailable' }>;
}

/** What is being opened; the set that was open stays until this one is. */
export interface Opening {
  readonly name: string;
  readonly progress: OpenProgress | null;
}

export interface VectorsState {
  readonly set: VectorSet | null;
  readonly opening: Opening | null;
  readonly fault: {
    readonly name: string;
    readonly fault: SourceFault;
    readonly flaws: readonly SourceFlaw[];
  } | null;
  /** Sets that earlier visits put away. */
  readonly kept: readonly KeptSet[] | null;
}

export interface KeptSet {
  readonly id: string;
  readonly name: string;
  readonly words: number;
  readonly dimensions: number;
  readonly bytes: number;
  readonly precision: 'float32' | 'int8';
  /** Milliseconds since 1970. */
  readonly added: number;
}

/** The vectors of one page: one set is open at a time. */
export interface Vectors {
  readonly store: StoreApi<VectorsState>;
  /** Latest wins; the set open before is closed once the new one is there. */
  open(origin: VectorOrigin, keep?: Partial<KeepOptions>): void;
  /** Ends an opening. */
  cancel(): void;
  /** Ends the worker of the set that is open. */
  close(): void;
  forgetFault(): void;
  removeKept(id: string): Promise<void>;
  dispose(): void;
}

import type { StoreApi } from 'zustand/vanilla';
import type {
  BuiltInId,
  KeepOptions,
  KeptSet,
  OpenProgress,
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
  KeptSet,
  Metric,
  OpenProgress,
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
  /** The rest of it is still being read: it answers already, and another object with the same `info.id` follows. A map waits. */
  readonly isPartial: boolean;
  /** What a link can name to open it again; null: it is of this page alone. */
  readonly origin: Extract<VectorOrigin, { readonly kind: 'built-in' | 'url' | 'kept' }> | null;
  ask<Question extends VectorQuestion>(
    question: Question,
    onProgress?: (done: number, total: number) => void,
  ): Asked<VectorAnswers[Question['kind']]>;
  /** Puts it away in the browser's storage, for the next visit. */
  keep(): Promise<{ readonly ok: true } | { readonly ok: false; readonly cause: 'quota' | 'unavailable' }>;
}

/** What is being opened; the set that was open stays until this one is, or answers already. */
export interface Opening {
  readonly name: string;
  readonly builtIn: BuiltInId | null;
  readonly progress: OpenProgress | null;
}

/** Why something was not opened. */
export interface OpenFault {
  readonly name: string;
  readonly builtIn: BuiltInId | null;
  readonly fault: SourceFault;
  readonly flaws: readonly SourceFlaw[];
  /** What was read before the fault: `takeGood` opens it. */
  readonly good: VectorSetInfo | null;
}

export interface VectorsState {
  readonly set: VectorSet | null;
  readonly opening: Opening | null;
  readonly fault: OpenFault | null;
  /** Sets that were put away, the latest first; null: storage was not asked yet (`refreshKept`). */
  readonly kept: readonly KeptSet[] | null;
}

/** The vectors of one page: one set is open at a time. */
export interface Vectors {
  readonly store: StoreApi<VectorsState>;
  /** Latest wins; the set open before is closed once the new one is there. */
  open(origin: VectorOrigin, keep?: Partial<KeepOptions>): void;
  /** Opens what was asked for last once more, with other options where they are given: after a fault, or to keep more of it. */
  again(keep?: Partial<KeepOptions>): void;
  /** Ends an opening; the set that was open before it is there again. */
  cancel(): void;
  /** Ends the worker of the set that is open. */
  close(): void;
  /** Goes on with what was good in the source that had a fault. */
  takeGood(): void;
  forgetFault(): void;
  refreshKept(): Promise<void>;
  removeKept(id: string): Promise<void>;
  /** Ends all workers. It can be opened again. */
  dispose(): void;
}

import type {
  OpenOrder,
  OpenProgress,
  QuestionKind,
  SourceFault,
  SourceFlaw,
  VectorAnswers,
  VectorQuestion,
  VectorSetInfo,
} from './protocol.ts';

/** How far a long answer is. */
export interface AnswerProgress {
  readonly done: number;
  readonly total: number;
}

/** Work at an answer; a long one pauses where something else may be done, and says how far it is. */
export type Answering = Generator<AnswerProgress, VectorAnswers[QuestionKind]>;

/** A set in this worker, whole or still growing. */
export interface OpenSet {
  info(): VectorSetInfo;
  /** Throws on what no question should hold. */
  answer(question: VectorQuestion): Answering;
  /** Puts it away; what was in the way, or null. */
  keep(): Promise<'quota' | 'unavailable' | null>;
}

export interface OpenHooks {
  now(): number;
  /** Resolves in a later macrotask, so that messages that wait are handled first. */
  yield(): Promise<void>;
  /** As often as something was read. */
  onProgress(progress: Omit<OpenProgress, 'elapsed'>): void;
  /** It can answer about what was read so far. */
  onEarly(set: OpenSet): void;
}

export type OpenedSet =
  | { readonly ok: true; readonly set: OpenSet }
  | {
      readonly ok: false;
      readonly fault: SourceFault;
      readonly flaws: readonly SourceFlaw[];
      /** What was read before the fault, with which the reader may go on. */
      readonly good: OpenSet | null;
    };

/** Never rejects for what is wrong with a source. */
export type OpenAnySet = (order: OpenOrder, hooks: OpenHooks) => Promise<OpenedSet>;

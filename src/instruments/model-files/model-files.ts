import type { Checkpoint } from '../../store/checkpoint-bytes.ts';
import type { OpenModel } from '../language/open-model.ts';

/** Settings of a run on a text. */
export type LanguageConfig = OpenModel['config'];

/** The text that a model learnt from: enough to find it again, and to know it when it is found. */
export interface TrainedOn {
  /** A corpus's or file's name; null: what the reader typed. */
  readonly name: string | null;
  /** What the page finds it by; null: nobody else could. */
  readonly key: string | null;
}

/** Everything that a file says of a model beside its numbers. */
export interface ModelDescription {
  readonly name: string;
  readonly config: LanguageConfig;
  readonly vocabulary: OpenModel['vocabulary'];
  readonly step: number;
  /** Mean cross-entropy per token of held-out text, nats; null: not measured. */
  readonly devLoss: number | null;
  readonly text: TrainedOn | null;
  /** Numbers were rounded to float32: the file is not quite the model. */
  readonly rounded: boolean;
}

/** A model to be written. */
export interface ExportSubject extends Omit<ModelDescription, 'config' | 'vocabulary' | 'step' | 'rounded'> {
  readonly model: OpenModel;
  /** With it the file carries what training needs to go on; its parameters and its step are then those of the file. */
  readonly checkpoint: Checkpoint | null;
}

/** A file ready to be handed out. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A model out of files. Its config has no text: whoever trains it on puts one in. */
export interface ImportedModel extends OpenModel {
  readonly name: string;
  readonly devLoss: number | null;
  readonly text: TrainedOn | null;
  /** Whose file: ours says everything; of somebody else's, settings and the kind of tokens are guesses that notes tell. */
  readonly origin: 'unrolled' | 'other';
  /**
   * Bytes for `Run.restore`, or as a `SavedRun`, once the config has its text: goes on as if it had never stopped. Null: the file
   * does not carry that, or it cannot be used; see notes.
   */
  readonly checkpoint: Uint8Array | null;
  readonly notes: readonly ImportNote[];
}

/** What a reader should know of a model that opened. */
export type ImportNote =
  /** Optimiser state and place in the text are not in the file; training can go on, but otherwise than it would have. */
  | { readonly code: 'no-training' }
  /** They are, and are of no use: what `path` says was expected otherwise. */
  | {
      readonly code: 'training-dropped';
      readonly path: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'rounded' }
  /** Somebody else's file: batch, optimiser and the like are this page's. */
  | { readonly code: 'settings-ours' }
  | { readonly code: 'embedding'; readonly name: string; readonly inputs: number }
  | { readonly code: 'unknown-added' }
  | { readonly code: 'renamed'; readonly unknown: string; readonly end: string }
  | { readonly code: 'unreachable'; readonly count: number; readonly examples: readonly string[] }
  /** Nothing in the file tells tanh from ReLU. */
  | { readonly code: 'nonlinearity'; readonly taken: 'tanh' | 'relu' }
  | { readonly code: 'zero-bias' }
  | { readonly code: 'head-zero-bias'; readonly name: string }
  /** If the model computes with these, this is not that model. */
  | {
      readonly code: 'unused';
      readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
    };

/** Metadata of the safetensors file: the description as JSON, and what training needs besides tensors. */
export const MODEL_KEY = 'unrolled.model';
export const TRAINING_KEY = 'unrolled.training';
/** Tensors of the training state begin so; PyTorch has no use for them. */
export const TRAINING_PREFIX = 'training.';

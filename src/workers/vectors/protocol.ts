import type { QuestionKind, VectorAnswers, VectorQuestion } from '../../models/vectors/questions.ts';
import type { Precision } from '../../models/vectors/vector-table.ts';

export type {
  CategoryScore,
  Found,
  Hit,
  Metric,
  QuestionKind,
  RankedAnswer,
  ScoreAnswer,
  Term,
  VectorAnswers,
  VectorQuestion,
  WordAnswer,
  WordAxis,
} from '../../models/vectors/questions.ts';

/*
 * What a page and the worker that holds one set of vectors say to each other. One worker holds one set: an order to open it, then
 * questions with answers. To close a set, or to cancel its opening, the page ends the worker, and all its memory goes.
 */

/** Where vectors come from. */
export type VectorOrigin =
  | { readonly kind: 'built-in'; readonly id: BuiltInId }
  /** Several files belong together: vectors and metadata (.tsv), numbers and words (.npy, .txt), tensors and vocabulary. */
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'url'; readonly url: string }
  /** A set that was put away in the browser's own storage. */
  | { readonly kind: 'kept'; readonly id: string }
  /** Vectors that a model on this page has learnt. */
  | {
      readonly kind: 'learnt';
      readonly name: string;
      readonly words: readonly string[];
      readonly dimensions: number;
      /** (V, d) row-major. */
      readonly vectors: Float32Array<ArrayBuffer>;
      readonly counts: Float64Array<ArrayBuffer> | null;
    };

export const BUILT_IN_IDS = ['glove', 'characters'] as const;
/** `glove`: English words. `characters`: Chinese characters of poems. */
export type BuiltInId = (typeof BUILT_IN_IDS)[number];

/** Kinds of files that can be read. */
export const VECTOR_FILE_KINDS = [
  'glove',
  'vec',
  'word2vec-bin',
  'fasttext-bin',
  'npy',
  'tsv',
  'safetensors',
] as const;
export type VectorFileKind = (typeof VECTOR_FILE_KINDS)[number];

/** What of a source is kept, and how exactly. */
export interface KeepOptions {
  /** At most so many words, the first ones; null: as many as the memory allows. */
  readonly most: number | null;
  /** Only these, wherever they stand; null: all. */
  readonly only: readonly string[] | null;
  /** Null: floats as long as they fit into `memory`, else 8 bits. */
  readonly precision: Precision | null;
  /** Bytes that rows may take. */
  readonly memory: number;
}

export interface OpenOrder {
  readonly type: 'open';
  readonly origin: VectorOrigin;
  readonly keep: KeepOptions;
  /** Bytes that are read of a file of text before the first answers can be given; 0: only the whole is of use. */
  readonly early: number;
}

export interface OpenProgress {
  /** Bytes read as they stand in the source (packed ones count as such), and of how many; null: not told. */
  readonly done: number;
  readonly total: number | null;
  readonly words: number;
  /** Since the order, ms. */
  readonly elapsed: number;
}

/** What is wrong in a source that goes on nonetheless; `count` of it, and where the first one is. */
export interface SourceFlaw {
  readonly code:
    | 'ragged-row'
    | 'not-a-number'
    | 'duplicate-word'
    | 'bad-utf8'
    | 'empty-word'
    | 'header-lies'
    | 'too-long-word'
    | 'zero-vector'
    | 'truncated';
  readonly count: number;
  readonly first: SourcePlace;
}

/** Where in a source: `line` of text from 1, `row` of a binary from 1, `byte` from 0. `word` if one is known there. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly row?: number;
  readonly byte?: number;
  readonly word?: string;
  readonly found?: string;
  readonly expected?: string;
}

/** Why nothing could be opened. */
export type SourceFault =
  | { readonly code: 'empty'; readonly file: string }
  | { readonly code: 'no-rows'; readonly place: SourcePlace }
  /** `kind`: what it looks like instead, where that is known ('pdf', 'image', …). */
  | { readonly code: 'not-vectors'; readonly place: SourcePlace; readonly kind: string | null }
  | { readonly code: 'encoding'; readonly place: SourcePlace; readonly encoding: string }
  | { readonly code: 'unsupported'; readonly file: string; readonly detail: string }
  /** `words`: read before it, and good. */
  | { readonly code: 'damaged'; readonly place: SourcePlace; readonly words: number; readonly detail: string }
  | {
      readonly code: 'archive';
      readonly file: string;
      readonly reason: 'empty' | 'damaged' | 'encrypted' | 'method';
    }
  | { readonly code: 'partner-missing'; readonly file: string; readonly wanted: 'words' | 'vectors' }
  | { readonly code: 'partner-differs'; readonly file: string; readonly rows: number; readonly words: number }
  | { readonly code: 'memory'; readonly wanted: number; readonly words: number }
  | { readonly code: 'fetch'; readonly url: string; readonly status: number | null; readonly detail: string }
  | { readonly code: 'address'; readonly url: string }
  | { readonly code: 'unreadable'; readonly file: string; readonly detail: string }
  | { readonly code: 'not-kept' }
  | { readonly code: 'stopped'; readonly detail: string };

/** A set that is open. */
export interface VectorSetInfo {
  /** Tells sets of this page apart. */
  readonly id: string;
  /** What the reader calls it: the file's name, the built-in's. */
  readonly name: string;
  readonly origin: VectorOrigin['kind'];
  readonly builtIn: BuiltInId | null;
  readonly format: VectorFileKind | null;
  /** V as kept, and as the source says or has; null: it was not read to its end. */
  readonly words: number;
  readonly wordsInSource: number | null;
  /** What ended the reading before the source did: enough words, no more memory, all that were asked for; null: nothing. */
  readonly limit: 'most' | 'memory' | 'only' | null;
  readonly dimensions: number;
  readonly precision: Precision;
  /** Bytes of rows and words in memory. */
  readonly bytes: number;
  /** Bytes a second of the source, while it was read; null: not read from a file. */
  readonly rate: number | null;
  readonly hasCounts: boolean;
  /** Whether vectors of unseen words can be made (fastText's n-grams). */
  readonly hasSubwords: boolean;
  readonly columns: readonly string[];
  readonly flaws: readonly SourceFlaw[];
  /** `simd` or plain TypeScript does the scanning. */
  readonly tier: 'wasm' | 'js';
}

/** A set that was put away in the browser's storage. */
export interface KeptSet {
  readonly id: string;
  readonly name: string;
  readonly words: number;
  /** Of the source it was read from, as `VectorSetInfo` has it. */
  readonly wordsInSource: number | null;
  readonly dimensions: number;
  readonly bytes: number;
  readonly precision: Precision;
  /** Milliseconds since 1970. */
  readonly added: number;
}

export type ToVectorWorker =
  | OpenOrder
  | { readonly type: 'ask'; readonly id: number; readonly question: VectorQuestion }
  /** The answer is not wanted any more. */
  | { readonly type: 'forget'; readonly id: number }
  /** Put the set away in the browser's storage. */
  | { readonly type: 'keep'; readonly id: number };

export type FromVectorWorker =
  /** The worker holds this lock for as long as it lives. */
  | { readonly type: 'alive'; readonly lifeline: string }
  | ({ readonly type: 'progress' } & OpenProgress)
  /** What was read so far can be asked already; `opened` follows. */
  | { readonly type: 'early'; readonly info: VectorSetInfo }
  | { readonly type: 'opened'; readonly info: VectorSetInfo }
  /** `good`: what was read before the fault; it can be asked, should the page want it. */
  | {
      readonly type: 'refused';
      readonly fault: SourceFault;
      readonly flaws: readonly SourceFlaw[];
      readonly good: VectorSetInfo | null;
    }
  | { readonly type: 'answer'; readonly id: number; readonly answer: VectorAnswers[QuestionKind] }
  | { readonly type: 'scoring'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'kept'; readonly id: number; readonly fault: 'quota' | 'unavailable' | null }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string };

import type { RowStore } from '../../../models/vectors/row-store.ts';
import type { MetadataColumn, Precision } from '../../../models/vectors/vector-table.ts';
import type { OpenProgress, SourceFault, SourceFlaw, VectorFileKind, VectorOrigin } from '../protocol.ts';

/** Where bytes are to be read from. */
export type ReadableOrigin = Extract<VectorOrigin, { readonly kind: 'files' | 'url' }>;

export interface SourceHooks {
  now(): number;
  /** Resolves in a later macrotask, so that messages that wait are handled first. */
  yield(): Promise<void>;
  /** As often as something was read. */
  onProgress(progress: Omit<OpenProgress, 'elapsed'>): void;
  /** Called once, when so many bytes were read (`early`) and there are rows: they can be asked for, and go on growing. */
  onEarly(source: OpenSource): void;
  /** 0: never. */
  readonly early: number;
  /** Where rows grow. Throws a RangeError where there is no memory. */
  createRows(dimensions: number, precision: Precision): RowStore;
  readonly fetch?: typeof fetch;
}

/** Words and rows of a source, all of which may still grow at the end until it is opened. */
export interface OpenSource {
  readonly name: string;
  readonly format: VectorFileKind;
  readonly words: readonly string[];
  /** Where each word stands in `words`. */
  readonly index: ReadonlyMap<string, number>;
  readonly rows: RowStore;
  /** How often each word occurred, as long as the words; empty: the source does not say. */
  readonly counts: ArrayLike<number>;
  /** As long as the words; none before all is read. */
  readonly columns: readonly MetadataColumn[];
  /** A vector made of an unseen word's parts; null: none of them is known. Null itself: the set has no parts. */
  readonly subwords: ((word: string) => Float32Array | null) | null;
  /** Rows of the source, as it has or claims them; null: it was not read to its end, and does not say. */
  readonly wordsInSource: number | null;
  /** What ended the reading before the source did. */
  readonly limit: 'most' | 'memory' | 'only' | null;
  readonly flaws: readonly SourceFlaw[];
  /** Stored bytes a second; null: it is still being read. */
  readonly rate: number | null;
}

export type OpenedSource =
  | { readonly ok: true; readonly source: OpenSource }
  /** `good`: whole rows that were read before the fault, with which the reader may go on. */
  | {
      readonly ok: false;
      readonly fault: SourceFault;
      readonly flaws: readonly SourceFlaw[];
      readonly good: OpenSource | null;
    };

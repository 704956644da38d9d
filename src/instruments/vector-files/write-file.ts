import { fileWords } from '../../models/vectors/file-words.ts';
import type { WordVectors } from '../../models/vectors/word-vectors.ts';
import { FILE_ENDINGS, type VectorFormat, writeVectors } from '../../models/vectors/write-vectors.ts';
import type { EmbeddingRun } from '../../store/embedding-state.ts';

/** Where the vectors come from: a run, asked when the reader wants a file, or a table that is there. */
export type VectorSource =
  | EmbeddingRun
  | { readonly words: readonly string[]; readonly dimensions: number; readonly input: Float32Array };

export interface VectorFile {
  readonly name: string;
  readonly blob: Blob;
  readonly words: number;
  readonly dimensions: number;
  /** Words that the format could not take as they are. */
  readonly changed: number;
}

/** What the writing asks of who waits for it. */
export interface WritingOptions {
  /** Lets the page do something else. */
  pause(): Promise<void>;
  /** Hears how much is written, 0 … 1. */
  onShare(share: number): void;
  isWanted(): boolean;
}

/** Milliseconds of writing between two pauses. */
const SLICE_MS = 12;

/** The vectors as they are now; null: a run that has none yet. */
export async function vectorsOf(source: VectorSource): Promise<WordVectors | null> {
  if (!('store' in source)) return { ...source, vectors: source.input };
  const answer = await source.vectors();
  const words = source.store.getState().info?.words;
  return answer && words ? { words, dimensions: answer.dimensions, vectors: answer.input } : null;
}

/** A name for the file that says what is in it, of characters that every system takes. */
export function fileName(of: string, { dimensions }: WordVectors, format: VectorFormat): string {
  const plain = of
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return `${plain || 'vectors'}-${dimensions}d${FILE_ENDINGS[format]}`;
}

/** Writes a file a few milliseconds at a time; null once it is not wanted any more. */
export async function writeFile(
  table: WordVectors,
  { of, format }: { readonly of: string; readonly format: VectorFormat },
  { pause, onShare, isWanted }: WritingOptions,
): Promise<VectorFile | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const { words, dimensions } = table;
  let heard = performance.now();
  for (const { bytes, done } of writeVectors(table, format)) {
    pieces.push(bytes);
    if (performance.now() - heard < SLICE_MS) continue;
    onShare(done / Math.max(1, words.length));
    await pause();
    if (!isWanted()) return null;
    heard = performance.now();
  }
  const type = format === 'bin' ? 'application/octet-stream' : 'text/plain;charset=utf-8';
  const { changed } = fileWords(words);
  const name = fileName(of, table, format);
  return { name, blob: new Blob(pieces, { type }), words: words.length, dimensions, changed };
}

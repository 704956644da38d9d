import type { TextEncoding } from '../models/text/encodings.ts';

/*
 * What a page and the worker that reads its files say to each other. One worker reads once: files in, progress and one result
 * out. To cancel, the page ends the worker.
 */

/** Most bytes of text that are read together. */
export const TEXT_LIMIT = 50_000_000;

export interface ToTextWorker {
  readonly type: 'read';
  readonly files: readonly File[];
}

export type FromTextWorker =
  | ({ readonly type: 'progress' } & IntakeProgress)
  | { readonly type: 'done'; readonly result: IntakeResult };

export interface IntakeProgress {
  /** Bytes, of archives unpacked ones. */
  readonly done: number;
  readonly total: number;
  /** What is being read. */
  readonly name: string;
}

export type IntakeResult =
  | { readonly ok: true; readonly read: ReadTexts }
  | { readonly ok: false; readonly fault: IntakeFault };

/** One file's text within what was read. */
export interface ReadFile {
  readonly name: string;
  readonly encoding: TextEncoding;
  readonly bytes: number;
}

/** All texts as one, in the order of their names. */
export interface ReadTexts {
  /** Equal for equal texts. */
  readonly id: string;
  /** The file that was given; of several the first, and how many more. */
  readonly name: string;
  readonly text: string;
  readonly characters: number;
  /** The text in UTF-8. */
  readonly blob: Blob;
  readonly files: readonly ReadFile[];
  /** Files in archives that are no text by their names. */
  readonly skipped: number;
}

/** What a file is that is no text. */
export type FileKind = 'pdf' | 'word' | 'office' | 'ebook' | 'image' | 'media' | 'archive' | 'program';

/** Why nothing was read. `name` is the file, within an archive with the archive's name before it. */
export type IntakeFault =
  | { readonly code: 'empty'; readonly name: string }
  | {
      readonly code: 'binary' | 'unknown-encoding';
      readonly name: string;
      /** Counted from 0. */
      readonly offset: number;
      readonly byte: number;
    }
  | { readonly code: 'too-large'; readonly name: string; readonly bytes: number; readonly limit: number }
  | { readonly code: 'other-kind'; readonly name: string; readonly kind: FileKind }
  | { readonly code: 'zip-without-text'; readonly name: string; readonly files: number }
  | { readonly code: 'zip-damaged'; readonly name: string; readonly detail: string }
  | { readonly code: 'zip-encrypted'; readonly name: string }
  | { readonly code: 'zip-method'; readonly name: string; readonly method: number }
  /** The browser would not give its bytes: a folder, or a file that has changed or gone. */
  | { readonly code: 'unreadable'; readonly name: string; readonly detail: string }
  /** The worker could not be started, or died. */
  | { readonly code: 'stopped'; readonly detail: string }
  | { readonly code: 'cancelled' };

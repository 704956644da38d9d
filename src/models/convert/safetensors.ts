import type { Tensor } from './conversion.ts';
import type { JsonExpectation } from './safetensors-json.ts';

/*
 * safetensors: 8 bytes with the length N of the header (unsigned, little-endian), N bytes of JSON
 * `{name: {dtype, shape, data_offsets: [begin, end]}, …}` with an optional `__metadata__` of strings, then the numbers:
 * little-endian, row-major, every byte in exactly one tensor. Offsets count from the end of the header. The format is
 * Hugging Face's; their Rust crate is the reference.
 */

export const DTYPES = [
  'F64',
  'F32',
  'F16',
  'BF16',
  'I64',
  'I32',
  'I16',
  'I8',
  'U64',
  'U32',
  'U16',
  'U8',
  'BOOL',
] as const;
export type Dtype = (typeof DTYPES)[number];

/** A tensor as a file holds it. `data` has the file's numbers exactly, whatever their type. */
export interface StoredTensor extends Tensor {
  readonly dtype: Dtype;
}

export interface SafetensorsFile {
  /** In the order of the data. */
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  readonly metadata: ReadonlyMap<string, string>;
}

export type SafetensorsResult =
  | ({ readonly ok: true } & SafetensorsFile)
  | { readonly ok: false; readonly fault: SafetensorsFault };

/** Bytes [begin, end), counted from the end of the header as in the file. */
export type ByteRange = readonly [begin: number, end: number];

/** What is wrong with a file. `byte` counts from the start of the file. */
export type SafetensorsFault =
  /** Not even room for the header's length. */
  | { readonly code: 'too-short'; readonly expected: number; readonly found: number }
  /** The first 8 bytes say that the header is longer than the rest of the file, or than any reader takes. */
  | {
      readonly code: 'header-length';
      readonly byte: 0;
      readonly atMost: number;
      readonly found: number;
    }
  | { readonly code: 'utf-8'; readonly byte: number }
  /** `found` is the character there, empty at the end of the header. */
  | {
      readonly code: 'json';
      readonly byte: number;
      readonly expected: JsonExpectation;
      readonly found: string;
    }
  /** A name that comes twice: a tensor's, or with `within` a field's of that entry. */
  | {
      readonly code: 'duplicate';
      readonly byte: number;
      readonly name: string;
      readonly within: string | null;
    }
  /** `__metadata__` maps strings to strings. `key` is null when it is no map at all. */
  | { readonly code: 'metadata'; readonly key: string | null; readonly found: string }
  /** A tensor's entry, or one field of it, is not what the format says; `found` is the kind of value, 'nothing' when absent. */
  | {
      readonly code: 'entry';
      readonly name: string;
      readonly field: 'dtype' | 'shape' | 'data_offsets' | null;
      readonly expected: 'object' | 'string' | 'whole numbers' | 'two whole numbers';
      readonly found: string;
    }
  | {
      readonly code: 'dtype';
      readonly name: string;
      readonly expected: readonly Dtype[];
      readonly found: string;
    }
  /** The data ends before the tensor does (a cut-off file), or the range runs backwards. */
  | {
      readonly code: 'outside';
      readonly name: string;
      readonly expected: ByteRange;
      readonly found: ByteRange;
    }
  /** The range has another length than shape × bytes per number. */
  | {
      readonly code: 'size';
      readonly name: string;
      readonly dtype: Dtype;
      readonly shape: readonly number[];
      readonly expected: number;
      readonly found: number;
    }
  /** Two tensors share bytes. */
  | { readonly code: 'overlap'; readonly name: string; readonly other: string; readonly range: ByteRange }
  /** Bytes that belong to no tensor; `before` is the tensor that comes next, null at the end of the file. */
  | { readonly code: 'hole'; readonly before: string | null; readonly range: ByteRange }
  /** A number that a double cannot hold, or a truth value that is neither 0 nor 1. */
  | {
      readonly code: 'value';
      readonly name: string;
      readonly index: number;
      readonly byte: number;
      readonly expected: 'at most 2^53' | '0 or 1';
      readonly found: string;
    };

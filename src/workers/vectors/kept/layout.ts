import type { BuiltInId, KeptSet, SourceFlaw, VectorFileKind, VectorSetInfo } from '../protocol.ts';

/*
 * A set as it is put away, in the byte order of this machine (it never leaves it):
 *
 *   byte 0   16 bytes  "unrolled set 1" and two zeros; written last, so that a file that was not finished is none
 *       16   u32       H, bytes of the header, and four zeros behind
 *       24   H bytes   header: JSON in UTF-8 (KeptHeader), spaces up to a multiple of 8
 *     24+H             rows: codes (V · d bytes) or floats (4 · V · d), then zeros up to a multiple of 8
 *     then             scales: f32 × V, of codes only, zeros as above
 *     then             counts: f64 × V, where there are any
 *     then             texts: JSON in UTF-8, `{ words, columns }`, to the end
 */

const MAGIC = new TextEncoder().encode('unrolled set 1\0\0');
const HEADER_AT = 24;
/** A header that is longer is none. */
const MOST_HEADER = 2 ** 20;

export interface KeptHeader {
  readonly about: Omit<KeptSet, 'id' | 'bytes'>;
  readonly builtIn: BuiltInId | null;
  readonly format: VectorFileKind | null;
  readonly limit: VectorSetInfo['limit'];
  readonly hasCounts: boolean;
  /** Bytes of the texts. */
  readonly texts: number;
  readonly flaws: readonly SourceFlaw[];
}

/** Where each part of the file begins; `end`: of the counts, where the texts begin. */
export interface KeptSections {
  readonly rows: number;
  readonly scales: number;
  readonly counts: number;
  readonly texts: number;
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/** The header as bytes, and where the parts go. */
export function writeHeader(header: KeptHeader): {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly sections: KeptSections;
} {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const head = new Uint8Array(HEADER_AT + padded(json.length)).fill(0x20, HEADER_AT);
  head.set(MAGIC);
  new DataView(head.buffer).setUint32(MAGIC.length, head.length - HEADER_AT, true);
  head.set(json, HEADER_AT);
  return { head, sections: sectionsOf(header, head.length) };
}

function sectionsOf({ about, hasCounts }: KeptHeader, rows: number): KeptSections {
  const { words, dimensions, precision } = about;
  const isCoded = precision === 'int8';
  const scales = rows + padded(words * dimensions * (isCoded ? 1 : 4));
  const counts = scales + (isCoded ? padded(4 * words) : 0);
  return { rows, scales, counts, texts: counts + (hasCounts ? 8 * words : 0) };
}

/** The header of a file that was finished, and where its parts are; null: it is no such file. */
export async function readHeader(
  file: Blob,
): Promise<(KeptHeader & { readonly sections: KeptSections }) | null> {
  const start = new Uint8Array(await file.slice(0, HEADER_AT).arrayBuffer());
  if (start.length < HEADER_AT || MAGIC.some((byte, i) => start[i] !== byte)) return null;
  const length = new DataView(start.buffer).getUint32(MAGIC.length, true);
  if (length > MOST_HEADER || HEADER_AT + length > file.size) return null;
  const header = JSON.parse(await file.slice(HEADER_AT, HEADER_AT + length).text()) as KeptHeader;
  const sections = sectionsOf(header, HEADER_AT + length);
  return sections.texts + header.texts <= file.size ? { ...header, sections } : null;
}

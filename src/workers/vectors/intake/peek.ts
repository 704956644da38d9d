import { encodingOf } from '../../../models/vectors/read/encoding.ts';
import {
  isBinary,
  isHeadEnough,
  type Sniffed,
  sniffBinary,
  sniffText,
} from '../../../models/vectors/read/sniff.ts';
import { KIND_BYTES, kindOf } from '../../file-kinds.ts';
import { type ByteSource, type ByteStream, withPieces } from './byte-source.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { SourceError } from './source-error.ts';
import { transcode } from './transcode.ts';

/** A file that was begun, and what it is. */
export interface Peeked {
  readonly source: ByteSource;
  readonly sniffed: Sniffed;
  /** Its first bytes, unpacked; text is UTF-8. */
  readonly head: Uint8Array;
  /** Its bytes from the first on, the same. */
  readonly stream: ByteStream;
}

interface Head {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  readonly stream: ByteStream;
}

/** Reads as much of a file as it takes to tell what it is; unpacks what is packed, and decodes what is in another encoding. */
export async function peek(source: ByteSource): Promise<Peeked> {
  const head = await headOf(source.open());
  if (!isGzip(head.bytes)) return look(source, head);
  const unpacked = gunzip(source, head.stream);
  return look(unpacked, await headOf(unpacked.open()));
}

async function look(source: ByteSource, { bytes, isWhole, stream }: Head): Promise<Peeked> {
  const binary = sniffBinary(bytes);
  if (binary) return { source, sniffed: binary, head: bytes, stream };
  const kind = kindOf(bytes.subarray(0, KIND_BYTES));
  if (kind) return { source, sniffed: { kind: 'other', what: kind }, head: bytes, stream };
  const found = encodingOf(bytes);
  const isWide = 'encoding' in found && found.encoding.startsWith('utf-16');
  if (!isWide && isBinary(bytes))
    return { source, sniffed: { kind: 'other', what: null }, head: bytes, stream };
  if ('unsure' in found) {
    const { line, byte, unsure } = found;
    throw new SourceError({ code: 'encoding', place: { file: source.name, line, byte }, encoding: unsure });
  }
  if (found.encoding === 'utf-8') {
    return { source, sniffed: sniffText(new TextDecoder().decode(bytes), isWhole), head: bytes, stream };
  }
  const decoded = await headOf(transcode(source.name, stream, found.encoding));
  const sniffed = sniffText(new TextDecoder().decode(decoded.bytes), decoded.isWhole);
  return { source, sniffed, head: decoded.bytes, stream: decoded.stream };
}

async function headOf(stream: ByteStream): Promise<Head> {
  const pieces: Uint8Array[] = [];
  let bytes = new Uint8Array(0);
  for (;;) {
    const piece = await stream.next();
    if (!piece) return { bytes, isWhole: true, stream: withPieces(pieces, stream) };
    pieces.push(piece.slice());
    const longer = new Uint8Array(bytes.length + piece.length);
    longer.set(bytes);
    longer.set(piece, bytes.length);
    bytes = longer;
    if (isHeadEnough(bytes)) return { bytes, isWhole: false, stream: withPieces(pieces, stream) };
  }
}

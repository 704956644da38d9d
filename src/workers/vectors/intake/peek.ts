import { isHeadEnough, type Sniffed, sniffBinary, sniffText } from '../../../models/vectors/read/sniff.ts';
import { type ByteSource, type ByteStream, withPieces } from './byte-source.ts';
import { gunzip, isGzip } from './gunzip.ts';

/** A file that was begun, and what it is. */
export interface Peeked {
  readonly source: ByteSource;
  readonly sniffed: Sniffed;
  /** Its bytes from the first on. */
  readonly stream: ByteStream;
}

interface Head {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  readonly stream: ByteStream;
}

/** Reads as much of a file as it takes to tell what it is; unpacks what is packed. */
export async function peek(source: ByteSource): Promise<Peeked> {
  const head = await headOf(source.open());
  if (!isGzip(head.bytes)) return look(source, head);
  const unpacked = gunzip(source, head.stream);
  return look(unpacked, await headOf(unpacked.open()));
}

function look(source: ByteSource, { bytes, isWhole, stream }: Head): Peeked {
  const sniffed = sniffBinary(bytes) ?? sniffText(new TextDecoder().decode(bytes), isWhole);
  return { source, sniffed, stream };
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

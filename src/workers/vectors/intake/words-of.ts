import { createLineCutter } from '../../../models/vectors/read/lines.ts';
import { readWordJson, readWordTable, type WordTable } from '../../../models/vectors/read/word-table.ts';
import type { ByteSource } from './byte-source.ts';
import { type Peeked, peek } from './peek.ts';
import { SourceError } from './source-error.ts';

/** Most bytes of a file of words. */
const MOST_BYTES = 1 << 29;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/** The words of a file that has nothing else, or a table about them. `rows`: how many there ought to be; null: not known. */
export async function wordsOf(file: Peeked, rows: number | null): Promise<WordTable> {
  const text = await textOf(file);
  if (file.sniffed.kind !== 'json') return readWordTable(text, rows);
  const read = readWordJson(text);
  if ('detail' in read)
    throw new SourceError({ code: 'unsupported', file: file.source.name, detail: read.detail });
  return read;
}

async function textOf({ stream }: Peeked): Promise<string> {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let bytes = 0;
  for (;;) {
    const piece = await stream.next();
    if (!piece) return texts.join('') + decoder.decode();
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new SourceError({ code: 'memory', wanted: bytes, words: 0 });
    texts.push(decoder.decode(piece, { stream: true }));
  }
}

/** Lines of a file that are not blank; it is read for this alone. */
export async function countLines(source: ByteSource): Promise<number> {
  const { stream } = await peek(source);
  let lines = 0;
  const cutter = createLineCutter((bytes, start, end) => {
    lines += countIn(bytes, start, end);
    return true;
  }, Number.POSITIVE_INFINITY);
  for (;;) {
    const piece = await stream.next();
    if (!piece) break;
    cutter.push(piece);
  }
  cutter.end();
  return lines;
}

function countIn(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  let isBlank = true;
  for (let i = start; i < end; i++) {
    if (bytes[i]! > SPACE) isBlank = false;
    if (bytes[i] !== LINE_FEED) continue;
    if (!isBlank) lines++;
    isBlank = true;
  }
  return lines;
}

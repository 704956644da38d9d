import { readFileSync } from 'node:fs';
import type { WordVectors } from './word-vectors.ts';

/** A file that gensim wrote: see `make.py` there. */
export function vectorFixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

/** Text with or without a header, taken word for word and number for number: enough for small files without faults. */
export function readVectorText(bytes: Uint8Array, header: boolean): WordVectors {
  const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n').slice(0, -1);
  const rows = lines.slice(header ? 1 : 0).map((line) => line.split(' '));
  const dimensions = (rows[0]?.length ?? 1) - 1;
  if (header && lines[0] !== `${rows.length} ${dimensions}`) throw new Error(`the header says ${lines[0]}`);
  return {
    words: rows.map(([word = '']) => word),
    dimensions,
    vectors: Float32Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
  };
}

/** word2vec's binary, with or without line breaks between the words, as word2vec's own reader takes it. */
export function readVectorBinary(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const headerEnd = bytes.indexOf(0x0a);
  const [count = 0, dimensions = 0] = new TextDecoder()
    .decode(bytes.subarray(0, headerEnd))
    .split(' ')
    .map(Number);
  const words: string[] = [];
  const vectors = new Float32Array(count * dimensions);
  let at = headerEnd + 1;
  for (let id = 0; id < count; id++) {
    const end = bytes.indexOf(0x20, at);
    words.push(new TextDecoder().decode(bytes.subarray(at, end)).replace(/^\n/, ''));
    for (let j = 0; j < dimensions; j++)
      vectors[id * dimensions + j] = view.getFloat32(end + 1 + 4 * j, true);
    at = end + 1 + 4 * dimensions;
  }
  return { words, dimensions, vectors };
}

import { fileWords } from './file-words.ts';
import { formatFloat32 } from './format-float32.ts';
import { vectorOf, type WordVectors } from './word-vectors.ts';

/**
 * Files of word vectors that other programs read. `glove` has a line for each word: the word, then its d numbers, spaces between
 * (GloVe's .txt). `vec` has the same behind a line with V and d (word2vec's text, fastText's .vec). `bin` has that line too, then
 * of each word its name, a space, its d numbers of 32 bits, low byte first, and a line break (word2vec's .bin).
 */
export const VECTOR_FORMATS = ['glove', 'vec', 'bin'] as const;
export type VectorFormat = (typeof VECTOR_FORMATS)[number];

/** What files of the formats are called at the end. */
export const FILE_ENDINGS = { glove: '.txt', vec: '.vec', bin: '.bin' } as const satisfies Record<
  VectorFormat,
  string
>;

/** Numbers that are written at a time: a few milliseconds of work. */
const SLICE = 4096;

/** Some of a file's bytes, and how many words are written with them. */
export interface FilePiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly done: number;
}

/**
 * The bytes of the file, in pieces; text is UTF-8 with the fewest digits that read back the same. Words are written as
 * `fileWords` says.
 */
export function* writeVectors(table: WordVectors, format: VectorFormat): Generator<FilePiece> {
  const { words } = fileWords(table.words);
  if (format !== 'glove') {
    yield { bytes: new TextEncoder().encode(`${words.length} ${table.dimensions}\n`), done: 0 };
  }
  const rows = Math.max(1, Math.floor(SLICE / Math.max(1, table.dimensions)));
  const bytesOf = format === 'bin' ? binaryRows : textRows;
  for (let from = 0; from < words.length; from += rows) {
    const some = words.slice(from, from + rows);
    yield { bytes: bytesOf(table, some, from), done: from + some.length };
  }
}

function textRows(table: WordVectors, words: readonly string[], from: number): Uint8Array<ArrayBuffer> {
  const lines = words.map(
    (word, i) => `${[word, ...Array.from(vectorOf(table, from + i), formatFloat32)].join(' ')}\n`,
  );
  return new TextEncoder().encode(lines.join(''));
}

function binaryRows(table: WordVectors, words: readonly string[], from: number): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const names = words.map((word) => encoder.encode(`${word} `));
  const row = 4 * table.dimensions + 1;
  const bytes = new Uint8Array(names.reduce((sum, { length }) => sum + length + row, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [i, name] of names.entries()) {
    bytes.set(name, at);
    at += name.length;
    vectorOf(table, from + i).forEach((value, j) => {
      view.setFloat32(at + 4 * j, value, true);
    });
    at += row;
    bytes[at - 1] = 0x0a;
  }
  return bytes;
}

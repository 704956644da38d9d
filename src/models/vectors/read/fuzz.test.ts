import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlainMemory, createRowStore, type RowMemory } from '../row-store.ts';
import { encodingOf } from './encoding.ts';
import { createFasttextReader } from './fasttext-reader.ts';
import {
  fasttextFile,
  floatTensor,
  npyFile,
  safetensorsFile,
  textFile,
  word2vecFile,
} from './foreign-files.testkit.ts';
import { createGrowingTable, type GrowingTable, type Keep } from './growing-table.ts';
import { createNpyReader } from './npy-reader.ts';
import { feed } from './read.testkit.ts';
import type { ReadEnd, VectorReader } from './reader.ts';
import { createSafetensorsReader } from './safetensors-reader.ts';
import { type Sniffed, sniffBinary, sniffText } from './sniff.ts';
import { createTextReader } from './text-reader.ts';
import { readWordJson, readWordTable } from './word-table.ts';
import { createWord2vecReader } from './word2vec-reader.ts';

const ROWS = [
  ['the', [0.5, -1, 2e-5, 7]],
  ['鲸鱼', [0.25, 2.25, -3, 1]],
  ['. .', [7, 8, 9, -0.125]],
  ['né', [1, 1, 2, 3]],
] as const;
const NAMES = ROWS.map(([word]) => word);
const MATRIX = ROWS.map(([, row]) => row);

const FILES: Readonly<Record<string, Uint8Array>> = {
  glove: textFile(ROWS),
  vec: textFile(ROWS, { header: true, eol: '\r\n' }),
  tsv: textFile(
    MATRIX.map((row) => [String(row[0]), row.slice(1)] as const),
    { gap: '\t' },
  ),
  'word2vec .bin': word2vecFile(ROWS),
  'fastText .bin': fasttextFile({
    words: ROWS,
    labels: ['__label__x'],
    ngrams: [
      [1, 0, 0, 1],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ],
    minN: 2,
    maxN: 4,
  }),
  npy: npyFile(MATRIX),
  'npy by columns': npyFile(MATRIX, { fortran: true, size: 8 }),
  safetensors: safetensorsFile({
    b: { dtype: 'F32', shape: [2], data: new Uint8Array(8) },
    w: floatTensor(MATRIX),
  }),
};

/** Memory that is not given beyond what the bytes of a file can fill many times over. */
function meanMemory(bytes: number): RowMemory {
  const memory = createPlainMemory();
  return {
    start: memory.start,
    grow(wanted) {
      if (wanted > (1 << 21) + 64 * bytes) throw new Error(`${wanted} bytes for a file of ${bytes}`);
      return memory.grow(wanted);
    },
  };
}

interface Outcome {
  readonly sniffed: Sniffed;
  readonly table: GrowingTable;
  readonly end: ReadEnd | null;
}

/** What a worker does with a file, without the worker. */
function readAny(bytes: Uint8Array, keep: Keep, size: number): Outcome {
  const sniffed = sniff(bytes);
  const table = createGrowingTable(keep, bytes.length, (d, precision) =>
    createRowStore(d, precision, meanMemory(bytes.length)),
  );
  const reader = readerOf(sniffed, table);
  return { sniffed, table, end: reader && feed(reader, bytes, size) };
}

function sniff(bytes: Uint8Array): Sniffed {
  const binary = sniffBinary(bytes);
  if (binary) return binary;
  const found = encodingOf(bytes);
  return 'unsure' in found
    ? { kind: 'other', what: null }
    : sniffText(new TextDecoder(found.encoding).decode(bytes), true);
}

function readerOf(sniffed: Sniffed, table: GrowingTable): VectorReader | null {
  switch (sniffed.kind) {
    case 'glove':
    case 'vec':
      return createTextReader(sniffed.plan, table);
    case 'numbers':
      return createTextReader(sniffed.plan, table, NAMES);
    case 'word2vec-bin':
      return createWord2vecReader(table);
    case 'fasttext-bin':
      return createFasttextReader(table, () => 1 << 20);
    case 'npy':
      return createNpyReader(table, NAMES);
    case 'safetensors':
      return createSafetensorsReader(table, NAMES);
    default:
      return null;
  }
}

/** A file with some of its bytes changed, cut out, doubled or put elsewhere. */
const change = fc.record({
  kind: fc.constantFrom('set', 'cut', 'double', 'insert', 'end', 'digits'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 24 }),
  byte: fc.constantFrom(0, 1, 9, 10, 13, 32, 45, 46, 48, 57, 101, 127, 128, 195, 239, 255),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(file: Uint8Array, { kind, at, length, byte }: Change): Uint8Array {
  const from = Math.floor(at * file.length);
  const [before, part, after] = [
    file.subarray(0, from),
    file.subarray(from, from + length),
    file.subarray(from + length),
  ];
  switch (kind) {
    case 'set':
      return Buffer.concat([before, Buffer.alloc(part.length, byte), after]);
    case 'cut':
      return Buffer.concat([before, after]);
    case 'double':
      return Buffer.concat([before, part, part, after]);
    case 'insert':
      return Buffer.concat([before, Buffer.alloc(length, byte), part, after]);
    case 'digits':
      return Buffer.concat([before, Buffer.from('9'.repeat(length)), part, after]);
    default:
      return before;
  }
}

const keeps = fc.record<Keep>({
  most: fc.constantFrom(null, 1, 3),
  only: fc.constantFrom(null, ['the', '. .', 'nowhere']),
  precision: fc.constantFrom(null, 'float32', 'int8'),
  memory: fc.constantFrom(0, 40, 1 << 24),
});

/** Whatever came of it is a table in good order, or a fault, or both. */
function check({ table, end }: Outcome): void {
  const { words, rows, index } = table;
  expect(rows?.count ?? 0).toBe(words.length);
  expect(index.size).toBe(words.length);
  if (end && words.length === 0) return;
  const row = new Float32Array(rows?.dimensions ?? 0);
  for (let i = 0; i < words.length; i++) {
    rows?.rowInto(i, row);
    expect(index.get(words[i] ?? '')).toBe(i);
    expect(row.every(Number.isFinite)).toBe(true);
  }
}

const runs = process.env.DEEP ? 50_000 : 1000;

describe('a file that was changed anywhere gives a table or a fault, never more memory than it fills', () => {
  it.each(Object.entries(FILES))('%s', (_, file) => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        keeps,
        fc.constantFrom(1, 13, 4096),
        (changes, keep, size) => {
          check(readAny(changes.reduce(changed, file), keep, size));
        },
      ),
      { numRuns: runs },
    );
  });

  it('and so do bytes of any kind, behind the beginning of any', () => {
    const starts = Object.values(FILES).map((file) => file.subarray(0, 80));
    const start = fc
      .tuple(fc.constantFrom(...starts), fc.nat(80))
      .map(([bytes, length]) => bytes.subarray(0, length));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), keeps, (head, noise, keep) => {
        check(readAny(Buffer.concat([head, noise]), keep, 64));
      }),
      { numRuns: runs },
    );
  });

  it('and words beside them are words or what is wrong, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.option(fc.nat(20)), (text, rows) => {
        const { words, columns, counts } = readWordTable(text, rows);
        expect(columns.every(({ values }) => values.length === words.length)).toBe(true);
        expect(counts === null || counts.length === words.length).toBe(true);
        readWordJson(text);
      }),
      { numRuns: runs },
    );
  });
});

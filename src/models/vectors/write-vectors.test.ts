import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVectorBinary, readVectorText, vectorFixture } from './vectors.testkit.ts';
import type { WordVectors } from './word-vectors.ts';
import { type VectorFormat, writeVectors } from './write-vectors.ts';

function bytesOf(table: WordVectors, format: VectorFormat): Uint8Array {
  return Uint8Array.from([...writeVectors(table, format)].flatMap(({ bytes }) => [...bytes]));
}

const READ = {
  glove: (bytes: Uint8Array) => readVectorText(bytes, false),
  vec: (bytes: Uint8Array) => readVectorText(bytes, true),
  bin: readVectorBinary,
} as const satisfies Record<VectorFormat, (bytes: Uint8Array) => WordVectors>;
const FIXTURES = { glove: 'eight-words.txt', vec: 'eight-words.vec', bin: 'eight-words.bin' } as const;
const FORMATS = ['glove', 'vec', 'bin'] as const;

const tables = fc
  .record({ count: fc.integer({ min: 1, max: 6 }), dimensions: fc.integer({ min: 1, max: 5 }) })
  .chain(({ count, dimensions }) =>
    fc.record({
      words: fc.uniqueArray(
        fc.string({ unit: fc.constantFrom(...'ab鲸😀é_,'), minLength: 1, maxLength: 5 }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
      dimensions: fc.constant(dimensions),
      vectors: fc
        .array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
          minLength: count * dimensions,
          maxLength: count * dimensions,
        })
        .map((values) => Float32Array.from(values)),
    }),
  );

describe.each(FORMATS)('vectors as a file: %s', (format) => {
  it('reads back equal, bit for bit', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(READ[format](bytesOf(table, format))).toEqual(table);
      }),
    );
  });

  it('says what gensim says with the same words and numbers', () => {
    const theirs = vectorFixture(FIXTURES[format]);
    const table = READ[format](theirs);
    expect([table.words.length, table.dimensions]).toEqual([8, 5]);
    expect(table.words[2]).toBe('鲸鱼');
    const ours = bytesOf(table, format);
    expect(READ[format](ours)).toEqual(table);
    // gensim leaves out the line breaks that word2vec writes, and writes 0.0 and 1e-08 for 0 and 1e-8.
    if (format === 'bin') expect(ours.length).toBe(theirs.length + 8);
    else expect(lengthens(theirs)).toBe(ours.length);
  });
});

/** Bytes of a text without the zeros that JavaScript leaves out of a number. */
function lengthens(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  const [first = '', ...rows] = text.split('\n');
  const lines = first.split(' ').length === 2 ? [first, ...rows.map(plain)] : [first, ...rows].map(plain);
  return new TextEncoder().encode(lines.join('\n')).length;
}

const plain = (line: string): string =>
  line
    .split(' ')
    .map((each, i) => (i === 0 ? each : String(Number(each))))
    .join(' ');

it('writes in pieces, and words that would not fit a line otherwise', () => {
  const vectors = new Float32Array(3000 * 10).map((_, i) => i);
  const words = Array.from({ length: 3000 }, (_, i) => `w ${i}`);
  const table = { words, dimensions: 10, vectors };
  const done = Array.from(writeVectors(table, 'bin'), (piece) => piece.done);
  expect(done.length).toBeGreaterThan(3);
  expect([done[0], done.at(-1)]).toEqual([0, 3000]);
  const read = readVectorText(bytesOf(table, 'vec'), true);
  expect([read.words[7], read.vectors[29_999]]).toEqual(['w_7', 29_999]);
});

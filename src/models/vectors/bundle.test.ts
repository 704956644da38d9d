import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BundleFault, readBundle, writeBundle } from './bundle.ts';
import { crc32 } from './crc32.ts';
import type { VectorTable } from './vector-table.ts';

const ABOUT = { name: '月', source: 'nowhere', licence: 'none' };
const TABLE: VectorTable = {
  words: ['月', 'constructor', 'a b'],
  dimensions: 2,
  rows: {
    precision: 'int8',
    codes: Int8Array.of(127, -127, 0, 1, -128, 5),
    scales: Float32Array.of(0.5, 0, 1e-3),
  },
  counts: Float64Array.of(2 ** 32 - 1, 7, 0),
  columns: [],
};

function faultOf(bytes: Uint8Array): BundleFault | null {
  const read = readBundle(bytes);
  return read.ok ? null : read.fault;
}

/** The same bytes with others from `at` on and a checksum that fits. */
function changed(bytes: Uint8Array, at: number, others: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(others, at);
  new DataView(copy.buffer).setUint32(12, crc32(copy.subarray(16)), true);
  return copy;
}

const word = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => !text.includes('\n'));
const table = fc.record({
  words: fc.uniqueArray(word, { minLength: 1, maxLength: 9 }),
  dimensions: fc.integer({ min: 1, max: 7 }),
  seed: fc.integer(),
  hasCounts: fc.boolean(),
});

describe('a bundle', () => {
  it('holds what was put in, wherever its bytes lie', () => {
    fc.assert(
      fc.property(table, fc.nat(7), ({ words, dimensions, seed, hasCounts }, shift) => {
        const codes = Int8Array.from({ length: words.length * dimensions }, (_, i) => (seed + 31 * i) | 0);
        const scales = Float32Array.from(words, (_, i) => i / 3);
        const counts = hasCounts ? Float64Array.from(words, (_, i) => (seed >>> 1) + i) : null;
        const rows = { precision: 'int8' as const, codes, scales };
        const given = { words, dimensions, rows, counts, columns: [] };
        const bytes = writeBundle(given, ABOUT);
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        const read = readBundle(moved.subarray(shift));
        expect(read).toEqual({
          ok: true,
          bundle: {
            header: { ...ABOUT, words: words.length, dimensions, counts: hasCounts },
            table: given,
          },
        });
      }),
    );
  });

  it('is laid out as it says', () => {
    const bytes = writeBundle(TABLE, ABOUT);
    const view = new DataView(bytes.buffer);
    const start = 20 + view.getUint32(16, true);
    expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe('unrolled');
    expect(start % 4).toBe(0);
    expect(view.getFloat32(start, true)).toBe(0.5);
    expect(view.getUint32(start + 12, true)).toBe(2 ** 32 - 1);
    expect(Array.from(new Int8Array(bytes.buffer, start + 24, 6))).toEqual([127, -127, 0, 1, -128, 5]);
    expect(new TextDecoder().decode(bytes.subarray(start + 30))).toBe('月\nconstructor\na b\n');
  });

  it.each([
    ['floats', { ...TABLE, rows: { precision: 'float32' as const, values: new Float32Array(6) } }],
    ['a word of two lines', { ...TABLE, words: ['a', 'b\nc', 'd'] }],
    ['a word of nothing', { ...TABLE, words: ['a', '', 'd'] }],
    ['half a character', { ...TABLE, words: ['a', '\ud83d', 'd'] }],
  ])('is not made of %s', (_name, given) => {
    expect(() => writeBundle(given, ABOUT)).toThrow(TypeError);
  });
});

describe('what is no bundle', () => {
  const bytes = writeBundle(TABLE, ABOUT);
  const start = 20 + new DataView(bytes.buffer).getUint32(16, true);

  it.each<[string, Uint8Array, Partial<BundleFault>]>([
    ['nothing', new Uint8Array(0), { code: 'no-bundle', byte: 0, found: '' }],
    ['a page', new TextEncoder().encode('<!doctype html>'), { code: 'no-bundle', found: '<!doctyp' }],
    ['its name alone', bytes.subarray(0, 10), { code: 'length', byte: 10 }],
    ['another version', changed(bytes, 8, [2]), { code: 'version', byte: 8, expected: '1', found: '2' }],
    ['a header without end', changed(bytes, 16, [0, 0, 0, 1]), { code: 'length', byte: bytes.length }],
    ['a header in no JSON', changed(bytes, 20, [0x5b]), { code: 'header', byte: 20 }],
    ['a scale below 0', changed(bytes, start + 7, [0xbf]), { code: 'scale', byte: start + 4 }],
    [
      'a scale that is none',
      changed(bytes, start + 8, [0, 0, 0xc0, 0x7f]),
      { code: 'scale', byte: start + 8 },
    ],
    ['words that are no text', changed(bytes, start + 30, [0xff]), { code: 'words', byte: start + 30 }],
    ['a word too many', changed(bytes, bytes.length - 3, [0x0a]), { code: 'words', found: '4' }],
    ['a last word without end', changed(bytes, bytes.length - 1, [0x61]), { code: 'words' }],
  ])('%s is told apart, with its place', (_name, wrong, fault) => {
    expect(faultOf(wrong)).toMatchObject(fault);
  });

  it('shows wherever one byte is another or the rest is missing', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ by;
        expect(faultOf(other)).not.toBeNull();
        expect(faultOf(bytes.subarray(0, at))).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, even where the checksum fits', () => {
    const anyBytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 8, max: bytes.length - 1 }), anyBytes, (at, others) => {
        const wrong = changed(bytes, at, Array.from(others).slice(0, bytes.length - at));
        const read = readBundle(wrong);
        if (read.ok) expect(new Set(read.bundle.table.words).size).toBe(read.bundle.header.words);
        else expect(read.fault.byte).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { floatTensor, safetensorsFile } from './foreign-files.testkit.ts';
import { feed, rowsIn, tableFor } from './read.testkit.ts';
import { createSafetensorsReader } from './safetensors-reader.ts';

/** Pieces that bytes come in. */
const SIZES = [1, 3, 64, 1 << 16];

describe('safetensors', () => {
  const read = (bytes: Uint8Array, names: readonly string[], size?: number) => {
    const table = tableFor({}, bytes.length);
    return { table, end: feed(createSafetensorsReader(table, names), bytes, size) };
  };
  const EMBEDDING = floatTensor([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const FILE = safetensorsFile({
    'head.bias': { dtype: 'F32', shape: [3], data: new Uint8Array(12) },
    'head.weight': floatTensor([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]),
    'embed.weight': EMBEDDING,
  });

  it('takes the rows that are as many as the words, and called as such rows are', () => {
    for (const size of SIZES) {
      const { table, end } = read(FILE, ['a', 'b', 'c'], size);
      expect(rowsIn(table)).toEqual({ a: [1, 2], b: [3, 4], c: [5, 6] });
      expect(end).toMatchObject({ fault: null, rows: 3 });
    }
  });

  it('reads numbers of 16 bits', () => {
    // 1, −2; 0.5, 1.5 in IEEE half precision and in bfloat16.
    const half = safetensorsFile({
      w: { dtype: 'F16', shape: [2, 2], data: Uint8Array.of(0, 0x3c, 0, 0xc0, 0, 0x38, 0, 0x3e) },
    });
    const brain = safetensorsFile({
      w: { dtype: 'BF16', shape: [2, 2], data: Uint8Array.of(0x80, 0x3f, 0, 0xc0, 0, 0x3f, 0xc0, 0x3f) },
    });
    for (const file of [half, brain])
      expect(rowsIn(read(file, ['a', 'b']).table)).toEqual({ a: [1, -2], b: [0.5, 1.5] });
  });

  it('says what does not fit', () => {
    expect(read(FILE, ['a']).end.fault).toMatchObject({ code: 'partner-differs', words: 1 });
    const whole = safetensorsFile({ n: { dtype: 'I64', shape: [1, 1], data: new Uint8Array(8) } });
    expect(read(whole, ['a']).end.fault).toMatchObject({
      code: 'not-vectors',
      place: { found: 'n I64 [1, 1]' },
    });
    const { table, end } = read(FILE.subarray(0, -3), ['a', 'b', 'c']);
    expect(end.fault).toMatchObject({ code: 'damaged', detail: 'truncated', place: { row: 3 } });
    expect(table.words).toEqual(['a', 'b']);
  });
});

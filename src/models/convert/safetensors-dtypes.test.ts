import { describe, expect, it } from 'vitest';
import { bfloatFromBits, halfFromBits, isRepresentable, NUMBER_FORMATS } from './safetensors-dtypes.ts';

describe('halfFromBits', () => {
  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('%i is %d (table of binary16)', (bits, value) => {
    expect(halfFromBits(bits)).toBe(value);
  });
});

describe('bfloatFromBits', () => {
  it.each([
    [0x3f80, 1],
    [0xc000, -2],
    [0x4049, 3.140625],
    [0x7f7f, 255 * 2 ** 120],
    [0x8000, -0],
    [0x7f80, Number.POSITIVE_INFINITY],
    [0x7fc0, Number.NaN],
  ])('%i is %d', (bits, value) => {
    expect(bfloatFromBits(bits)).toBe(value);
  });
});

describe('NUMBER_FORMATS', () => {
  it.each([
    ['F64', [0x18, 0x2d, 0x44, 0x54, 0xfb, 0x21, 0x09, 0x40], Math.PI],
    ['F32', [0x00, 0x00, 0x80, 0x3e], 0.25],
    ['F16', [0x00, 0x3c], 1],
    ['BF16', [0x49, 0x40], 3.140625],
    ['I64', [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], -2n],
    ['U64', [0x01, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00], 4294967297n],
    ['I32', [0xfd, 0xff, 0xff, 0xff], -3],
    ['U32', [0xfd, 0xff, 0xff, 0xff], 4294967293],
    ['I16', [0x00, 0x80], -32768],
    ['U16', [0x00, 0x80], 32768],
    ['I8', [0xff], -1],
    ['U8', [0xff], 255],
    ['BOOL', [0x01], 1],
  ] as const)('%s', (dtype, bytes, value) => {
    expect(NUMBER_FORMATS[dtype].bytes).toBe(bytes.length);
    // One byte in front: a tensor may lie at any byte of a file.
    const view = new DataView(Uint8Array.of(0x99, ...bytes).buffer);
    expect(NUMBER_FORMATS[dtype].read(view, 1)).toBe(value);
  });
});

describe('isRepresentable', () => {
  it('draws the line where doubles begin to skip integers', () => {
    expect(isRepresentable('I64', 2n ** 53n)).toBe(true);
    expect(isRepresentable('I64', -(2n ** 53n))).toBe(true);
    expect(isRepresentable('I64', 2n ** 53n + 1n)).toBe(false);
    expect(isRepresentable('I64', -(2n ** 53n) - 1n)).toBe(false);
    expect(isRepresentable('BOOL', 1)).toBe(true);
    expect(isRepresentable('BOOL', 2)).toBe(false);
    expect(isRepresentable('F32', Number.NaN)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { fileOf } from './safetensors.testkit.ts';
import { readSafetensors } from './safetensors-read.ts';

/** One vector `v` of that type. */
function vector(dtype: string, length: number, data: readonly number[]): Uint8Array {
  const entry = { dtype, shape: [length], data_offsets: [0, data.length] };
  return fileOf(JSON.stringify({ v: entry }), data);
}

function numbers(file: Uint8Array): readonly number[] | string {
  const result = readSafetensors(file);
  return result.ok ? [...(result.tensors.get('v')?.data ?? [])] : result.fault.code;
}

describe('readSafetensors', () => {
  it('reads a file written down byte by byte', () => {
    // 72 bytes of header, 7 of them padding; the numbers 0 … 5 as binary32.
    const text = '{"attn0":{"dtype":"F32","shape":[1,1,2,3],"data_offsets":[0,24]}}       ';
    const data = [
      0, 0, 0, 0, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40, 0, 0, 0xa0, 0x40,
    ];
    const file = Uint8Array.of(72, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(text), ...data);
    expect(readSafetensors(file)).toEqual({
      ok: true,
      tensors: new Map([
        ['attn0', { dtype: 'F32', shape: [1, 1, 2, 3], data: Float64Array.of(0, 1, 2, 3, 4, 5) }],
      ]),
      metadata: new Map(),
    });
  });

  it.each([
    ['F16', [0x00, 0x3c, 0x00, 0xc0], [1, -2]],
    ['BF16', [0x80, 0x3f, 0x49, 0x40], [1, 3.140625]],
    ['I64', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0, 0, 0, 0, 0, 0, 0], [-1, 1]],
    ['I32', [0xff, 0xff, 0xff, 0xff, 1, 0, 0, 0], [-1, 1]],
    ['U8', [255, 0], [255, 0]],
    ['BOOL', [0, 1], [0, 1]],
  ] as const)('reads %s', (dtype, data, expected) => {
    expect(numbers(vector(dtype, 2, data))).toEqual(expected);
  });

  it('NaN and infinities are numbers like others', () => {
    const data = [0, 0, 0xc0, 0x7f, 0, 0, 0x80, 0x7f, 0, 0, 0x80, 0xff];
    expect(numbers(vector('F32', 3, data))).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  it('refuses integers that a double cannot hold, and says where', () => {
    const data = [0, 0, 0, 0, 0, 0, 0x20, 0, 1, 0, 0, 0, 0, 0, 0x20, 0];
    const file = vector('I64', 2, data);
    expect(readSafetensors(file)).toEqual({
      ok: false,
      fault: {
        code: 'value',
        name: 'v',
        index: 1,
        byte: file.length - 8,
        expected: 'at most 2^53',
        found: '9007199254740993',
      },
    });
    expect(numbers(vector('I64', 1, data.slice(0, 8)))).toEqual([2 ** 53]);
  });

  it('refuses truth values beyond 0 and 1', () => {
    expect(readSafetensors(vector('BOOL', 1, [2]))).toMatchObject({
      fault: { code: 'value', index: 0, expected: '0 or 1', found: '2' },
    });
  });

  it('hands on what is wrong with the header', () => {
    expect(readSafetensors(new Uint8Array(3))).toMatchObject({ ok: false, fault: { code: 'too-short' } });
  });
});

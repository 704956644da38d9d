import { describe, expect, it } from 'vitest';
import { fileOf, zeros } from './safetensors.testkit.ts';
import { DTYPES } from './safetensors.ts';
import { readHeader } from './safetensors-header.ts';

function fault(file: Uint8Array) {
  const result = readHeader(file);
  return result.ok ? null : result.fault;
}

/** A file of U8 vectors that lie at these ranges. */
function vectors(
  ranges: Readonly<Record<string, readonly [number, number]>>,
  dataLength: number,
): Uint8Array {
  const entries = Object.entries(ranges).map(([name, range]) => [
    name,
    { dtype: 'U8', shape: [Math.max(0, range[1] - range[0])], data_offsets: range },
  ]);
  return fileOf(JSON.stringify(Object.fromEntries(entries)), zeros(dataLength));
}

describe('readHeader', () => {
  it('takes an empty file, scalars, empty tensors, unknown fields and white space behind', () => {
    const text =
      '{"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"e":{"dtype":"F64","shape":[3,0],"data_offsets":[4,4],"more":{}}}  ';
    const result = readHeader(fileOf(text, zeros(4)));
    expect(result).toEqual({
      ok: true,
      header: {
        entries: [
          { name: 's', dtype: 'F32', shape: [], range: [0, 4] },
          { name: 'e', dtype: 'F64', shape: [3, 0], range: [4, 4] },
        ],
        metadata: new Map(),
        dataStart: 8 + text.length,
      },
    });
    expect(readHeader(fileOf('{}')).ok).toBe(true);
  });

  it('puts tensors in the order of the data, and hands on metadata', () => {
    const text =
      '{"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},"__metadata__":{"format":"pt"},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}';
    const result = readHeader(fileOf(text, zeros(2)));
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.header.entries.map(({ name }) => name)).toEqual(['a', 'b']);
    expect([...result.header.metadata]).toEqual([['format', 'pt']]);
  });

  it('reads from the middle of a larger buffer', () => {
    const file = fileOf('{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', [7]);
    const larger = new Uint8Array(file.length + 20).fill(0xff);
    larger.set(file, 5);
    expect(readHeader(larger.subarray(5, 5 + file.length))).toEqual(readHeader(file));
  });
});

describe('the length of the header', () => {
  it('needs 8 bytes', () => {
    expect(fault(new Uint8Array(7))).toEqual({ code: 'too-short', expected: 8, found: 7 });
    expect(fault(new Uint8Array(0))).toEqual({ code: 'too-short', expected: 8, found: 0 });
  });

  it('does not reach beyond the file, nor beyond what readers take', () => {
    const file = fileOf('{}');
    file[0] = 3;
    expect(fault(file)).toEqual({ code: 'header-length', byte: 0, atMost: 2, found: 3 });
    file.fill(0xff, 0, 8);
    expect(fault(file)).toMatchObject({ code: 'header-length', atMost: 2, found: 2 ** 64 });
  });

  it('is enough, when the length of the file is known', () => {
    const entry = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
    const file = fileOf(JSON.stringify({ w: entry }), zeros(8));
    const header = file.subarray(0, file.length - 8);
    expect(readHeader(header, file.length)).toEqual(readHeader(file));
    expect(fault(header)).toMatchObject({ code: 'outside', expected: [0, 0] });
    expect(readHeader(header, file.length - 1)).toMatchObject({
      fault: { code: 'outside', expected: [0, 7] },
    });
  });

  it('a pickle of PyTorch (a zip archive) is no safetensors file', () => {
    const archive = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0);
    expect(fault(archive)).toMatchObject({ code: 'header-length', atMost: 6 });
  });

  it('a header of no bytes has no JSON', () => {
    expect(fault(new Uint8Array(8))).toEqual({ code: 'json', byte: 8, expected: '{', found: '' });
  });
});

describe('the header as text', () => {
  it.each([
    [[0x7b, 0x22, 0xff, 0x22, 0x7d], 10],
    [[0x7b, 0x22, 0xe4, 0xb8, 0xad, 0xc0, 0xaf], 13],
    // A character of three bytes, cut off.
    [[0x7b, 0x22, 0xe4, 0xb8], 12],
    [[0x80], 8],
  ])('%j is not UTF-8', (header, byte) => {
    expect(fault(fileOf(header))).toEqual({ code: 'utf-8', byte });
  });

  it('counts bytes, not characters', () => {
    expect(fault(fileOf('{"中":}'))).toEqual({ code: 'json', byte: 15, expected: 'value', found: '}' });
    expect(fault(fileOf('\ufeff{}'))).toEqual({ code: 'json', byte: 8, expected: '{', found: '\ufeff' });
  });

  it('names what comes twice', () => {
    const entry = '{"dtype":"U8","shape":[0],"data_offsets":[0,0]}';
    expect(fault(fileOf(`{"a":${entry},"a":${entry}}`))).toEqual({
      code: 'duplicate',
      byte: 8 + 1 + 4 + entry.length + 1,
      name: 'a',
      within: null,
    });
    expect(fault(fileOf('{"a":{"dtype":"U8","dtype":"U8"}}'))).toEqual({
      code: 'duplicate',
      byte: 27,
      name: 'dtype',
      within: 'a',
    });
  });
});

describe('an entry', () => {
  const entry = (text: string) => fault(fileOf(`{"a":${text}}`, zeros(8)));
  const fields = (dtype: string, shape: string, range: string) =>
    entry(`{"dtype":${dtype},"shape":${shape},"data_offsets":${range}}`);

  it.each([
    ['7', null, 'object', 'number'],
    ['{}', 'dtype', 'string', 'nothing'],
    ['{"dtype":32}', 'dtype', 'string', 'number'],
    ['{"dtype":"F32"}', 'shape', 'whole numbers', 'nothing'],
    ['{"dtype":"F32","shape":null}', 'shape', 'whole numbers', 'null'],
    ['{"dtype":"F32","shape":[1.5]}', 'shape', 'whole numbers', '[1.5]'],
    ['{"dtype":"F32","shape":[-1]}', 'shape', 'whole numbers', '[-1]'],
    ['{"dtype":"F32","shape":[1e300]}', 'shape', 'whole numbers', '[1e+300]'],
    ['{"dtype":"F32","shape":["2",{}]}', 'shape', 'whole numbers', '["2","{…}"]'],
    ['{"dtype":"F32","shape":[2]}', 'data_offsets', 'two whole numbers', 'nothing'],
    ['{"dtype":"F32","shape":[2],"data_offsets":[0]}', 'data_offsets', 'two whole numbers', '[0]'],
    ['{"dtype":"F32","shape":[2],"data_offsets":{}}', 'data_offsets', 'two whole numbers', 'object'],
  ])('%s', (text, field, expected, found) => {
    expect(entry(text)).toEqual({ code: 'entry', name: 'a', field, expected, found });
  });

  it('has a type that is known', () => {
    expect(fields('"F8_E4M3"', '[8]', '[0,8]')).toEqual({
      code: 'dtype',
      name: 'a',
      expected: DTYPES,
      found: 'F8_E4M3',
    });
    expect(fields('"toString"', '[8]', '[0,8]')).toMatchObject({ code: 'dtype' });
  });

  it('lies inside the file', () => {
    expect(fields('"F32"', '[3]', '[0,12]')).toEqual({
      code: 'outside',
      name: 'a',
      expected: [0, 8],
      found: [0, 12],
    });
    expect(fields('"F32"', '[0]', '[8,4]')).toMatchObject({ code: 'outside', found: [8, 4] });
  });

  it('has the bytes that its shape needs', () => {
    expect(fields('"F32"', '[1,3]', '[0,8]')).toEqual({
      code: 'size',
      name: 'a',
      dtype: 'F32',
      shape: [1, 3],
      expected: 12,
      found: 8,
    });
    expect(fields('"F64"', '[]', '[0,8]')).toBeNull();
    expect(fields('"U8"', '[9007199254740991,9007199254740991]', '[0,8]')).toMatchObject({ code: 'size' });
  });

  it('metadata holds text only', () => {
    expect(fault(fileOf('{"__metadata__":[]}'))).toEqual({ code: 'metadata', key: null, found: '[]' });
    expect(fault(fileOf('{"__metadata__":{"epoch":3}}'))).toEqual({
      code: 'metadata',
      key: 'epoch',
      found: 'number',
    });
  });
});

describe('every byte of the data belongs to one tensor', () => {
  it('no two share one', () => {
    expect(fault(vectors({ a: [0, 4], b: [3, 8] }, 8))).toEqual({
      code: 'overlap',
      name: 'b',
      other: 'a',
      range: [3, 4],
    });
    expect(fault(vectors({ outer: [0, 8], inner: [2, 5] }, 8))).toMatchObject({
      name: 'inner',
      other: 'outer',
      range: [2, 5],
    });
  });

  it('none is left over, in front, between or behind', () => {
    expect(fault(vectors({ a: [1, 4] }, 4))).toEqual({ code: 'hole', before: 'a', range: [0, 1] });
    expect(fault(vectors({ a: [0, 4], b: [6, 8] }, 8))).toEqual({
      code: 'hole',
      before: 'b',
      range: [4, 6],
    });
    expect(fault(vectors({ a: [0, 4] }, 9))).toEqual({ code: 'hole', before: null, range: [4, 9] });
    expect(fault(vectors({}, 1))).toEqual({ code: 'hole', before: null, range: [0, 1] });
  });

  it('empty tensors take none, wherever they stand', () => {
    expect(fault(vectors({ a: [0, 4], none: [4, 4], b: [4, 8], end: [8, 8] }, 8))).toBeNull();
    expect(fault(vectors({ a: [0, 4], none: [2, 2] }, 4))).toMatchObject({ code: 'overlap', name: 'none' });
  });
});

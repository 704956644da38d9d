import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tensor } from './conversion.ts';
import { readSafetensors } from './safetensors-read.ts';
import { type SafetensorsOptions, writeSafetensors } from './safetensors-write.ts';
import { torchCases, torchStateOf } from './torch-cases.testkit.ts';

const text = (file: Uint8Array, start = 0, end = file.length) =>
  new TextDecoder().decode(file.subarray(start, end));

function vector(...data: readonly number[]): Tensor {
  return { shape: [data.length], data: Float64Array.from(data) };
}

function readBack(tensors: ReadonlyMap<string, Tensor>, options?: SafetensorsOptions) {
  const result = readSafetensors(writeSafetensors(tensors, options));
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result;
}

const tensor: fc.Arbitrary<Tensor> = fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) =>
  fc
    .float64Array({
      minLength: shape.reduce((product, size) => product * size, 1),
      maxLength: shape.reduce((product, size) => product * size, 1),
    })
    .map((data) => ({ shape, data })),
);
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', '0', '"'),
);
const tensors = fc
  .array(fc.tuple(name, tensor), { maxLength: 5 })
  .map((entries) => new Map(entries.filter(([each]) => each !== '__metadata__')));
const metadata = fc.dictionary(fc.string(), fc.string(), { maxKeys: 3, noNullPrototype: true });

describe('writeSafetensors', () => {
  it('an empty file is {} and six spaces', () => {
    expect([...writeSafetensors([])]).toEqual([
      8, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
    ]);
  });

  it('writes the bytes that the format asks for', () => {
    const file = writeSafetensors([
      ['attn.0', { shape: [1, 2, 3], data: Float64Array.of(0, 1, 2, 3, 4, 5) }],
    ]);
    expect(file[0]).toBe(64);
    expect(text(file, 8, 72)).toBe('{"attn.0":{"dtype":"F32","shape":[1,2,3],"data_offsets":[0,24]}}');
    expect([...file.subarray(72)]).toEqual([
      0, 0, 0, 0, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40, 0, 0, 0xa0, 0x40,
    ]);
  });

  it('keeps the order, also of names that look like numbers, and puts metadata first', () => {
    const file = writeSafetensors(
      [
        ['b', vector(1)],
        ['10', vector(2)],
        ['9', vector(3)],
      ],
      { dtype: 'F64', metadata: { format: 'pt' } },
    );
    expect(text(file, 8)).toMatch(/^\{"__metadata__":\{"format":"pt"\},"b":.*"10":.*"9":/);
    const back = readSafetensors(file);
    expect(back.ok && [...back.tensors.keys()]).toEqual(['b', '10', '9']);
  });

  it('F64 comes back bit for bit, names, shapes, order and metadata too; numbers begin at a multiple of 8', () => {
    fc.assert(
      fc.property(tensors, metadata, (written, extra) => {
        const file = writeSafetensors(written, { dtype: 'F64', metadata: extra });
        expect(file[0]! % 8).toBe(0);
        const back = readBack(written, { dtype: 'F64', metadata: extra });
        const expected = [...written].map(([each, { shape, data }]) => [each, { dtype: 'F64', shape, data }]);
        expect([...back.tensors]).toEqual(expected);
        expect(Object.fromEntries(back.metadata)).toEqual(extra);
      }),
    );
  });

  it('F32 comes back rounded to the nearest', () => {
    fc.assert(
      fc.property(tensors, (written) => {
        for (const [each, { data }] of readBack(written).tensors) {
          expect(data).toEqual(written.get(each)?.data.map(Math.fround));
        }
      }),
    );
  });

  it('refuses what no reader could read', () => {
    expect(() => writeSafetensors([['a', { shape: [2], data: Float64Array.of(1) }]])).toThrow(RangeError);
    expect(() => writeSafetensors([['__metadata__', vector(1)]])).toThrow(RangeError);
    expect(() =>
      writeSafetensors([
        ['a', vector(1)],
        ['a', vector(2)],
      ]),
    ).toThrow(RangeError);
  });
});

const torch = torchCases();

describe.skipIf(!torch)('weights of PyTorch through a file (skipped without the oracle folder)', () => {
  const states = (torch ?? []).map(({ params }) => params);

  it.each(states.map((params, index) => ({ params, index })))('case $index', ({ params }) => {
    const written = new Map(Object.entries(torchStateOf(params)));
    for (const dtype of ['F64', 'F32'] as const) {
      const back = readBack(written, { dtype });
      expect([...back.tensors.keys()]).toEqual(Object.keys(params));
      for (const [each, from] of Object.entries(params)) {
        const round = dtype === 'F32' ? Math.fround : Number;
        expect(back.tensors.get(each)).toEqual({
          dtype,
          shape: from.shape,
          data: Float64Array.from(from.data, (value) => round(value)),
        });
      }
    }
  });
});

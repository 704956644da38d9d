import type { Dtype } from './safetensors.ts';

/** How one number of a type is stored. */
export interface NumberFormat {
  readonly bytes: number;
  read(view: DataView, byte: number): number | bigint;
}

/** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
export function halfFromBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16: the upper half of a binary32. */
export function bfloatFromBits(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, bits);
  return view.getFloat32(0);
}

export const NUMBER_FORMATS: Readonly<Record<Dtype, NumberFormat>> = {
  F64: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  F32: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  F16: { bytes: 2, read: (view, at) => halfFromBits(view.getUint16(at, true)) },
  BF16: { bytes: 2, read: (view, at) => bfloatFromBits(view.getUint16(at, true)) },
  I64: { bytes: 8, read: (view, at) => view.getBigInt64(at, true) },
  I32: { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  I16: { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  I8: { bytes: 1, read: (view, at) => view.getInt8(at) },
  U64: { bytes: 8, read: (view, at) => view.getBigUint64(at, true) },
  U32: { bytes: 4, read: (view, at) => view.getUint32(at, true) },
  U16: { bytes: 2, read: (view, at) => view.getUint16(at, true) },
  U8: { bytes: 1, read: (view, at) => view.getUint8(at) },
  BOOL: { bytes: 1, read: (view, at) => view.getUint8(at) },
};

/** Whether the machine keeps numbers as files do: as good as every machine, and then whole arrays can be copied. */
export const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const LARGEST = 2n ** 53n;

/** True when a double holds the number, and a truth value is 0 or 1. */
export function isRepresentable(dtype: Dtype, value: number | bigint): boolean {
  if (typeof value === 'bigint') return value >= -LARGEST && value <= LARGEST;
  return dtype !== 'BOOL' || value <= 1;
}

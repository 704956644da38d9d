import { bfloatFromBits, halfFromBits, IS_LITTLE_ENDIAN } from '../../convert/safetensors-dtypes.ts';

/** How numbers stand in a binary file; low byte first unless it is said otherwise. */
export type NumberKind = 'f2' | 'f4' | 'f8' | 'bf2';

export const NUMBER_BYTES: Readonly<Record<NumberKind, number>> = { f2: 2, f4: 4, f8: 8, bf2: 2 };

/** Puts numbers that stand in `bytes` one after the other into `out`; says whether all of them are finite. */
export type NumberDecoder = (bytes: Uint8Array, out: Float32Array) => boolean;

export function createNumberDecoder(kind: NumberKind, isBigEndian = false): NumberDecoder {
  const fill = fillerOf(kind, !isBigEndian);
  const isAsInMemory = kind === 'f4' && IS_LITTLE_ENDIAN && !isBigEndian;
  return (bytes, out) => {
    if (isAsInMemory) new Uint8Array(out.buffer, out.byteOffset, out.byteLength).set(bytes);
    else fill(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), out);
    return areFinite(out);
  };
}

type Filler = (view: DataView, out: Float32Array) => void;

function fillerOf(kind: NumberKind, little: boolean): Filler {
  if (kind === 'f4') return each(4, (view, at) => view.getFloat32(at, little));
  if (kind === 'f8') return each(8, (view, at) => view.getFloat64(at, little));
  const table = tableOf(kind === 'f2' ? halfFromBits : bfloatFromBits);
  return each(2, (view, at) => table[view.getUint16(at, little)]!);
}

function each(bytes: number, read: (view: DataView, at: number) => number): Filler {
  return (view, out) => {
    for (let i = 0; i < out.length; i++) out[i] = read(view, i * bytes);
  };
}

const tables = new Map<(bits: number) => number, Float32Array>();

/** All numbers of 16 bits: to look one up is quicker than to compute it. */
function tableOf(fromBits: (bits: number) => number): Float32Array {
  const known = tables.get(fromBits);
  if (known) return known;
  const table = Float32Array.from({ length: 2 ** 16 }, (_, bits) => fromBits(bits));
  tables.set(fromBits, table);
  return table;
}

/** A number that is none, or infinite, makes the sum of all one times zero NaN. */
function areFinite(row: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i]! * 0;
  return sum === 0;
}

/** The first number that is not finite, as text. */
export function firstNotFinite(row: Float32Array): string {
  return String(row.find((value) => !Number.isFinite(value)) ?? '');
}

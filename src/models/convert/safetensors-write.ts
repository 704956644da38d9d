import type { Tensor } from './conversion.ts';
import { NUMBER_FORMATS } from './safetensors-dtypes.ts';
import { LENGTH_BYTES, METADATA } from './safetensors-header.ts';

export interface SafetensorsOptions {
  /** F32 rounds, as PyTorch's own parameters are; F64 keeps every bit. */
  readonly dtype?: 'F32' | 'F64';
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Tensors as the bytes of a safetensors file, in the order in which they are given: same input, same bytes. The header is
 * padded with spaces so that the numbers begin at a multiple of 8, as the reference implementation does. Throws a
 * RangeError when a tensor's data does not fill its shape, or when a name is taken or the format's own.
 */
export function writeSafetensors(
  tensors: Iterable<readonly [name: string, tensor: Tensor]>,
  { dtype = 'F32', metadata = {} }: SafetensorsOptions = {},
): Uint8Array {
  const list = [...tensors];
  const { bytes } = NUMBER_FORMATS[dtype];
  const header = headerBytes(list, dtype, metadata);
  const total = list.reduce((sum, [, { data }]) => sum + data.length * bytes, 0);
  const file = new Uint8Array(LENGTH_BYTES + header.length + total);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  file.set(header, LENGTH_BYTES);
  let at = LENGTH_BYTES + header.length;
  for (const [, { data }] of list) {
    for (let i = 0; i < data.length; i++, at += bytes) {
      if (dtype === 'F32') view.setFloat32(at, data[i]!, true);
      else view.setFloat64(at, data[i]!, true);
    }
  }
  return file;
}

/** The JSON is put together by hand: an object would move names like '0' to the front. */
function headerBytes(
  tensors: readonly (readonly [string, Tensor])[],
  dtype: 'F32' | 'F64',
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const fields: string[] = [];
  if (Object.keys(metadata).length > 0) fields.push(`"${METADATA}":${JSON.stringify(metadata)}`);
  const taken = new Set([METADATA]);
  let offset = 0;
  for (const [name, tensor] of tensors) {
    checkTensor(name, tensor, taken);
    const end = offset + tensor.data.length * NUMBER_FORMATS[dtype].bytes;
    const entry = { dtype, shape: tensor.shape, data_offsets: [offset, end] };
    fields.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
    offset = end;
  }
  const json = new TextEncoder().encode(`{${fields.join(',')}}`);
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  return padded;
}

function checkTensor(name: string, { shape, data }: Tensor, taken: Set<string>): void {
  if (taken.has(name)) throw new RangeError(`a tensor cannot be called '${name}': that name is taken`);
  const length = shape.reduce((product, size) => product * size, 1);
  if (length !== data.length) {
    throw new RangeError(`'${name}': shape [${shape}] holds ${length} numbers, found ${data.length}`);
  }
  taken.add(name);
}

import type { Tensor } from './conversion.ts';
import { IS_LITTLE_ENDIAN, NUMBER_FORMATS } from './safetensors-dtypes.ts';
import { LENGTH_BYTES, METADATA } from './safetensors-header.ts';

/** F32 rounds, as PyTorch's own parameters are; F64 keeps every bit. */
export type WrittenDtype = 'F32' | 'F64';

export interface SafetensorsOptions {
  /** Of all tensors, or of each: `smallestDtype` gives up no digit. */
  readonly dtype?: WrittenDtype | ((tensor: Tensor) => WrittenDtype);
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The smaller type that holds every number of the tensor exactly. */
export function smallestDtype({ data }: Tensor): WrittenDtype {
  return data.every((value) => Object.is(Math.fround(value), value)) ? 'F32' : 'F64';
}

interface Entry {
  readonly name: string;
  readonly tensor: Tensor;
  readonly dtype: WrittenDtype;
}

const sizeOf = ({ tensor, dtype }: Entry): number => tensor.data.length * NUMBER_FORMATS[dtype].bytes;

/**
 * Tensors as the bytes of a safetensors file, in the order in which they are given: same input, same bytes. The header is
 * padded with spaces so that the numbers begin at a multiple of 8, as the reference implementation does. Throws a
 * RangeError when a tensor's data does not fill its shape, or when a name is taken or the format's own.
 */
export function writeSafetensors(
  tensors: Iterable<readonly [name: string, tensor: Tensor]>,
  { dtype = 'F32', metadata = {} }: SafetensorsOptions = {},
): Uint8Array {
  const typeOf = typeof dtype === 'function' ? dtype : () => dtype;
  const list = Array.from(tensors, ([name, tensor]): Entry => ({ name, tensor, dtype: typeOf(tensor) }));
  const header = headerBytes(list, metadata);
  const total = list.reduce((sum, entry) => sum + sizeOf(entry), 0);
  const file = new Uint8Array(LENGTH_BYTES + header.length + total);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  file.set(header, LENGTH_BYTES);
  let at = LENGTH_BYTES + header.length;
  for (const entry of list) {
    writeNumbers(view, at, entry);
    at += sizeOf(entry);
  }
  return file;
}

function writeNumbers(view: DataView, start: number, { tensor: { data }, dtype }: Entry): void {
  const Numbers = dtype === 'F32' ? Float32Array : Float64Array;
  if (IS_LITTLE_ENDIAN && start % Numbers.BYTES_PER_ELEMENT === 0) {
    new Numbers(view.buffer as ArrayBuffer, start, data.length).set(data);
    return;
  }
  for (let i = 0; i < data.length; i++) {
    if (dtype === 'F32') view.setFloat32(start + 4 * i, data[i]!, true);
    else view.setFloat64(start + 8 * i, data[i]!, true);
  }
}

/** The JSON is put together by hand: an object would move names like '0' to the front. */
function headerBytes(entries: readonly Entry[], metadata: Readonly<Record<string, string>>): Uint8Array {
  const fields: string[] = [];
  if (Object.keys(metadata).length > 0) fields.push(`"${METADATA}":${JSON.stringify(metadata)}`);
  const taken = new Set([METADATA]);
  let offset = 0;
  for (const entry of entries) {
    const { name, tensor, dtype } = entry;
    checkTensor(name, tensor, taken);
    const end = offset + sizeOf(entry);
    const said = { dtype, shape: tensor.shape, data_offsets: [offset, end] };
    fields.push(`${JSON.stringify(name)}:${JSON.stringify(said)}`);
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

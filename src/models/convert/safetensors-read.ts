import type { SafetensorsFault, SafetensorsResult, StoredTensor } from './safetensors.ts';
import { IS_LITTLE_ENDIAN, isRepresentable, NUMBER_FORMATS } from './safetensors-dtypes.ts';
import { type HeaderEntry, readHeader } from './safetensors-header.ts';

/** Everything in a safetensors file, or the first thing that is wrong with it. NaN and infinities are numbers like others. */
export function readSafetensors(bytes: Uint8Array): SafetensorsResult {
  const result = readHeader(bytes);
  if (!result.ok) return result;
  const { entries, metadata, dataStart } = result.header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tensors = new Map<string, StoredTensor>();
  for (const entry of entries) {
    const data = readNumbers(entry, view, dataStart + entry.range[0]);
    if (!(data instanceof Float64Array)) return { ok: false, fault: data };
    tensors.set(entry.name, { dtype: entry.dtype, shape: entry.shape, data });
  }
  return { ok: true, tensors, metadata };
}

/** The numbers of one tensor, which begin at byte `start` of the view, or the first that is none. */
export function readNumbers(
  { name, dtype, range }: HeaderEntry,
  view: DataView,
  start: number,
): Float64Array | SafetensorsFault {
  if (IS_LITTLE_ENDIAN && (dtype === 'F32' || dtype === 'F64')) {
    const from = view.byteOffset + start;
    // A copy, since a tensor may begin anywhere.
    const bytes = view.buffer.slice(from, from + range[1] - range[0]);
    return dtype === 'F64' ? new Float64Array(bytes) : new Float64Array(new Float32Array(bytes));
  }
  const format = NUMBER_FORMATS[dtype];
  const data = new Float64Array((range[1] - range[0]) / format.bytes);
  for (let index = 0; index < data.length; index++) {
    const byte = start + index * format.bytes;
    const value = format.read(view, byte);
    if (!isRepresentable(dtype, value)) {
      const expected = dtype === 'BOOL' ? '0 or 1' : 'at most 2^53';
      return { code: 'value', name, index, byte, expected, found: String(value) };
    }
    data[index] = Number(value);
  }
  return data;
}

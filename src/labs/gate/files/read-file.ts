import type { Tensor } from '../../../models/convert/conversion.ts';
import { type FileKind, fileKind, KIND_BYTES } from '../../../models/convert/file-kind.ts';
import type { SafetensorsFault } from '../../../models/convert/safetensors.ts';
import {
  type Header,
  type HeaderEntry,
  headerLength,
  LENGTH_BYTES,
  readHeader,
} from '../../../models/convert/safetensors-header.ts';
import { readNumbers } from '../../../models/convert/safetensors-read.ts';
import type { NamedTensors } from '../../../models/convert/torch-state.ts';

/** What the file system or the format has against a file. */
export type ReadFault =
  | SafetensorsFault
  | { readonly code: 'kind'; readonly kind: Exclude<FileKind, 'safetensors'> }
  /** The tensors that could be part of a network of the lab are too many bytes together. */
  | { readonly code: 'too-big'; readonly atMost: number; readonly found: number }
  /** The browser could not read it: it is a folder, or gone. */
  | { readonly code: 'unreadable' };

/** A file of weights. A tensor that is larger than any of the lab's has its shape, and no numbers. */
export interface WeightsFile extends NamedTensors {
  readonly name: string;
  readonly metadata: ReadonlyMap<string, string>;
}

export type ReadResult =
  | { readonly ok: true; readonly file: WeightsFile }
  | { readonly ok: false; readonly fault: ReadFault };

/** Longest header that is read: some hundred thousand tensors. */
const MOST_HEADER = 16 * 2 ** 20;
/** The largest tensor of a network within the lab's limits is W_ih of an LSTM, (4·128, 512), in F64: 2 MiB. */
const MOST_TENSOR = 2 * 2 ** 20;
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads a file of weights as far as the lab can use it: its first bytes, its header, and the tensors that are small enough.
 * So a file of gigabytes costs no more than the network in it.
 */
export async function readFile(file: Blob, name: string): Promise<ReadResult> {
  try {
    const result = await readParts(file, name);
    return 'code' in result ? { ok: false, fault: result } : { ok: true, file: result };
  } catch {
    return { ok: false, fault: { code: 'unreadable' } };
  }
}

async function readParts(file: Blob, name: string): Promise<WeightsFile | ReadFault> {
  const head = await bytesOf(file, 0, KIND_BYTES);
  const kind = fileKind(head, name);
  if (kind !== 'safetensors') return { code: 'kind', kind };
  const header = await headerOf(file, head);
  if ('code' in header) return header;
  const tensors = await tensorsOf(file, header);
  return 'code' in tensors ? tensors : { name, tensors, metadata: header.metadata };
}

async function headerOf(file: Blob, head: Uint8Array): Promise<Header | ReadFault> {
  const length = head.length < LENGTH_BYTES ? 0 : headerLength(head);
  const atMost = file.size - LENGTH_BYTES;
  if (length > MOST_HEADER && length <= atMost) {
    return { code: 'header-length', byte: 0, atMost: MOST_HEADER, found: length };
  }
  const bytes = await bytesOf(file, 0, Math.min(LENGTH_BYTES + length, file.size));
  const result = readHeader(bytes, file.size);
  return result.ok ? result.header : result.fault;
}

async function tensorsOf(
  file: Blob,
  { entries, dataStart }: Header,
): Promise<ReadonlyMap<string, Tensor> | ReadFault> {
  const found = entries.filter(isWanted).reduce((sum, { range }) => sum + range[1] - range[0], 0);
  if (found > MOST_BYTES) return { code: 'too-big', atMost: MOST_BYTES, found };
  const tensors = new Map<string, Tensor>();
  for (const entry of entries) {
    const data = isWanted(entry) ? await numbersOf(file, entry, dataStart) : new Float64Array(0);
    if (!(data instanceof Float64Array)) return data;
    tensors.set(entry.name, { shape: entry.shape, data });
  }
  return tensors;
}

async function numbersOf(file: Blob, entry: HeaderEntry, dataStart: number) {
  const [begin, end] = entry.range;
  const bytes = await bytesOf(file, dataStart + begin, dataStart + end);
  const numbers = readNumbers(entry, new DataView(bytes.buffer), 0);
  // `byte` of a fault counts from the start of the file.
  if (numbers instanceof Float64Array || numbers.code !== 'value') return numbers;
  return { ...numbers, byte: numbers.byte + dataStart + begin };
}

function isWanted({ range: [begin, end] }: HeaderEntry): boolean {
  return end - begin <= MOST_TENSOR;
}

async function bytesOf(file: Blob, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(begin, end).arrayBuffer());
}

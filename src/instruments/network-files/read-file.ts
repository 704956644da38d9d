import type { Tensor } from '../../models/convert/conversion.ts';
import { type FileKind, fileKind, KIND_BYTES } from '../../models/convert/file-kind.ts';
import type { SafetensorsFault } from '../../models/convert/safetensors.ts';
import {
  type Header,
  type HeaderEntry,
  headerLength,
  LENGTH_BYTES,
  readHeader,
} from '../../models/convert/safetensors-header.ts';
import { readNumbers } from '../../models/convert/safetensors-read.ts';
import type { NamedTensors } from '../../models/convert/torch-state.ts';

/** What the file system or the format has against a file. */
export type ReadFault =
  | SafetensorsFault
  | { readonly code: 'kind'; readonly kind: Exclude<FileKind, 'safetensors'> }
  /** The tensors that could be part of a network are too many bytes together. */
  | { readonly code: 'too-big'; readonly atMost: number; readonly found: number }
  /** The browser could not read it: it is a folder, or gone. */
  | { readonly code: 'unreadable' };

/** A file of weights. A tensor that is larger than was asked for has its shape, and no numbers. */
export interface WeightsFile extends NamedTensors {
  readonly name: string;
  readonly metadata: ReadonlyMap<string, string>;
}

export type ReadResult =
  | { readonly ok: true; readonly file: WeightsFile }
  | { readonly ok: false; readonly fault: ReadFault };

/** Longest header that is read: some hundred thousand tensors. */
const MOST_HEADER = 16 * 2 ** 20;

/** How much is read, in bytes of the file. */
export interface ReadLimits {
  /** Of one tensor; of a larger one only the shape is known. */
  readonly tensor: number;
  /** Of all that are read. */
  readonly bytes: number;
}

/**
 * Reads a file of weights as far as somebody can use it: its first bytes, its header, and the tensors that are small enough.
 * So a file of gigabytes costs no more than the network in it.
 */
export async function readFile(file: Blob, name: string, limits: ReadLimits): Promise<ReadResult> {
  try {
    const result = await readParts(file, name, limits);
    return 'code' in result ? { ok: false, fault: result } : { ok: true, file: result };
  } catch {
    return { ok: false, fault: { code: 'unreadable' } };
  }
}

async function readParts(file: Blob, name: string, limits: ReadLimits): Promise<WeightsFile | ReadFault> {
  const head = await bytesOf(file, 0, KIND_BYTES);
  const kind = fileKind(head, name);
  if (kind !== 'safetensors') return { code: 'kind', kind };
  const header = await headerOf(file, head);
  if ('code' in header) return header;
  const tensors = await tensorsOf(file, header, limits);
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
  limits: ReadLimits,
): Promise<ReadonlyMap<string, Tensor> | ReadFault> {
  const isWanted = ({ range: [begin, end] }: HeaderEntry) => end - begin <= limits.tensor;
  const found = entries.filter(isWanted).reduce((sum, { range }) => sum + range[1] - range[0], 0);
  if (found > limits.bytes) return { code: 'too-big', atMost: limits.bytes, found };
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

async function bytesOf(file: Blob, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(begin, end).arrayBuffer());
}

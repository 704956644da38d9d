/** What a file that somebody takes for weights may be. */
export type FileKind =
  | 'safetensors'
  /** torch.save: a zip archive around a pickle, or, before 2020, a pickle. */
  | 'torch'
  /** Any other pickle. */
  | 'pickle'
  /** .npy, or .npz: a zip archive of them. */
  | 'numpy'
  /** .keras: a zip archive with config.json and an HDF5 file. */
  | 'keras'
  /** .h5, .hdf5: an older Keras, or anything else. */
  | 'hdf5'
  | 'onnx'
  | 'gguf'
  /** Names and files of a model that is cut into parts, `model.safetensors.index.json`. */
  | 'index'
  | 'json'
  /** What Git leaves in a checkout in place of a large file. */
  | 'pointer'
  /** A saved web page, often a sign-in that stood in for the download. */
  | 'web-page'
  | 'zip'
  | 'empty'
  | 'unknown';

/** Bytes from the start of a file that `fileKind` wants to see; fewer are fine. */
export const KIND_BYTES = 512;

/** Longest header that any reader of safetensors takes. */
const MAX_HEADER = 100_000_000;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const HDF5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const NUMPY = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** The long integer 0x1950a86a20f9469cfc6c, which begins torch.save's old format after the pickle's own first bytes. */
const OLD_TORCH = [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
const TORCH_NAME = /\.(pt|pth|ckpt|bin)$/i;

/** What a file is, by its first bytes; where these leave it open, by its name. */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return 'empty';
  // First: the length of a header may begin as a pickle does.
  if (hasHeaderLength(bytes)) return 'safetensors';
  if (startsWith(bytes, ZIP)) return zipKind(bytes, name);
  if (startsWith(bytes, HDF5)) return 'hdf5';
  if (startsWith(bytes, NUMPY)) return 'numpy';
  if (startsWith(bytes, [0x47, 0x47, 0x55, 0x46])) return 'gguf';
  if (bytes[0] === 0x80 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 0) <= 5) return pickleKind(bytes, name);
  return textKind(bytes, name);
}

/** The name of the first file in an archive tells who wrote it. */
function zipKind(bytes: Uint8Array, name: string): FileKind {
  const length = (bytes[26] ?? 0) | ((bytes[27] ?? 0) << 8);
  const first = text(bytes.subarray(30, 30 + length));
  if (/(^|\/)(data\.pkl|\.format_version|byteorder|version)$/.test(first)) return 'torch';
  if (first.endsWith('.npy')) return 'numpy';
  if (/^(metadata\.json|config\.json|model\.weights\.h5)$/.test(first)) return 'keras';
  if (TORCH_NAME.test(name)) return 'torch';
  return /\.keras$/i.test(name) ? 'keras' : 'zip';
}

function pickleKind(bytes: Uint8Array, name: string): FileKind {
  return startsWith(bytes.subarray(2), OLD_TORCH) || TORCH_NAME.test(name) ? 'torch' : 'pickle';
}

/** The first 8 bytes read as a length that a header may have, and the header begins like one. */
function hasHeaderLength(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getBigUint64(0, true);
  return length <= BigInt(MAX_HEADER) && (bytes.length === 8 || bytes[8] === 0x7b);
}

function textKind(bytes: Uint8Array, name: string): FileKind {
  const start = text(bytes).trimStart();
  if (/^version https:\/\/git-lfs/.test(start)) return 'pointer';
  if (/^(<!doctype html|<html)/i.test(start)) return 'web-page';
  if (start.startsWith('{')) return /\.index\.json$/i.test(name) ? 'index' : 'json';
  if (/\.onnx$/i.test(name)) return 'onnx';
  return /\.safetensors$/i.test(name) ? 'safetensors' : 'unknown';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

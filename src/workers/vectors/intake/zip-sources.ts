import type { Entry, FileEntry } from '@zip.js/zip.js';
import { documentKind } from '../../file-kinds.ts';
import { type ByteSource, type ByteStream, fromReadable } from './byte-source.ts';
import { detailOf, SourceError } from './source-error.ts';

/** What macOS adds, and files that hide. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.)/;
/** What torch.save packs its tensors with. */
const TORCH = /(^|\/)data\.pkl$/;
/** The largest files of an archive are looked at, no more than so many. */
const MOST_FILES = 24;

/** The files of an archive, the largest first; each is unpacked as it is read. */
export async function zipSources(name: string, archive: Blob): Promise<readonly ByteSource[]> {
  const entries = await entriesOf(name, archive);
  const names = entries.map(({ filename }) => filename);
  const kind = documentKind(names) ?? (names.some((inside) => TORCH.test(inside)) ? 'pickle' : null);
  if (kind) throw new SourceError({ code: 'not-vectors', place: { file: name }, kind });
  const files = entries.filter(
    (entry): entry is FileEntry =>
      !entry.directory && !HIDDEN.test(entry.filename) && entry.uncompressedSize > 0,
  );
  if (files.length === 0) throw new SourceError({ code: 'archive', file: name, reason: 'empty' });
  return files
    .sort((a, b) => b.uncompressedSize - a.uncompressedSize)
    .slice(0, MOST_FILES)
    .map((entry) => sourceOf(`${name}/${entry.filename}`, entry));
}

async function entriesOf(name: string, archive: Blob): Promise<readonly Entry[]> {
  // Not before there is an archive: few readers have one.
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-native.js');
  try {
    return await new ZipReader(new BlobReader(archive), { useWebWorkers: false }).getEntries();
  } catch {
    throw new SourceError({ code: 'archive', file: name, reason: 'damaged' });
  }
}

function sourceOf(name: string, entry: FileEntry): ByteSource {
  const { compressedSize: stored, uncompressedSize: size } = entry;
  return { name, stored, size, open: () => unpack(name, entry) };
}

function unpack(name: string, entry: FileEntry): ByteStream {
  if (entry.encrypted) throw new SourceError({ code: 'archive', file: name, reason: 'encrypted' });
  const ratio = entry.compressedSize / entry.uncompressedSize;
  let out = 0;
  let failed: unknown = null;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      out += piece.length;
      controller.enqueue(piece);
    },
  });
  // What goes wrong is heard by whoever reads on.
  entry.getData(counted.writable, { checkSignature: true, useWebWorkers: false }).catch((error: unknown) => {
    failed = error;
  });
  return fromReadable(
    counted.readable,
    () => Math.min(entry.compressedSize, Math.round(out * ratio)),
    (error) => faultOf(name, failed ?? error),
  );
}

function faultOf(name: string, error: unknown): SourceError {
  const reason = /compression method/i.test(detailOf(error)) ? 'method' : 'damaged';
  return new SourceError({ code: 'archive', file: name, reason });
}

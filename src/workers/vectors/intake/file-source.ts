import type { ByteSource, ByteStream } from './byte-source.ts';
import { detailOf, SourceError } from './source-error.ts';

/** Bytes that are asked for at a time; the next ones are on their way meanwhile. */
const SLICE = 1 << 22;

export function fileSource(file: File): ByteSource {
  return { name: file.name, stored: file.size, size: file.size, open: () => openFile(file) };
}

function openFile(file: File): ByteStream {
  let asked = 0;
  let done = 0;
  const ask = (): Promise<ArrayBuffer> | null => {
    if (asked >= file.size) return null;
    const slice = file.slice(asked, asked + SLICE).arrayBuffer();
    // A failure waits until its turn.
    slice.catch(() => undefined);
    asked += SLICE;
    return slice;
  };
  let coming = ask();
  return {
    async next() {
      if (!coming) return null;
      try {
        const bytes = new Uint8Array(await coming);
        coming = ask();
        done += bytes.length;
        return bytes;
      } catch (error) {
        throw new SourceError({ code: 'unreadable', file: file.name, detail: detailOf(error) });
      }
    },
    get done() {
      return done;
    },
    cancel() {
      asked = file.size;
      coming = null;
    },
  };
}

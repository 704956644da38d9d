import type { ByteStream } from './byte-source.ts';
import { SourceError } from './source-error.ts';

/** Text in another encoding as UTF-8. Where a byte does not belong the stream ends with a fault that says where. */
export function transcode(file: string, stream: ByteStream, encoding: string): ByteStream {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  let read = 0;
  let isOver = false;
  const decode = (piece?: Uint8Array): Uint8Array => {
    try {
      return encoder.encode(piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
    } catch {
      throw new SourceError({ code: 'encoding', place: { file, byte: read }, encoding });
    }
  };
  return {
    async next() {
      if (isOver) return null;
      const piece = await stream.next();
      isOver = piece === null;
      const bytes = decode(piece ?? undefined);
      read += piece?.length ?? 0;
      return isOver && bytes.length === 0 ? null : bytes;
    },
    get done() {
      return stream.done;
    },
    cancel: () => stream.cancel(),
  };
}

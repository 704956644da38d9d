import { type ByteSource, type ByteStream, fromReadable } from './byte-source.ts';
import { detailOf, SourceError } from './source-error.ts';

/** Text of vectors, packed, is about so much smaller. */
const USUAL_RATIO = 2.5;
/** Bytes that are unpacked at a time: what is unpacked but not yet read when the rest turns out damaged is lost. */
const SLICE = 1 << 14;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** The unpacked bytes of a .gz whose first ones were read already. Where the packed ones end too soon, the good ones come first, and then a fault. */
export function gunzip(source: ByteSource, packed: ByteStream): ByteSource {
  const { name, stored } = source;
  const size = stored === null ? null : stored * USUAL_RATIO;
  let begun: ByteStream | null = packed;
  const open = () => {
    const stream = begun ?? source.open();
    begun = null;
    return unpack(name, stream);
  };
  return { name, stored, size, open };
}

function unpack(name: string, packed: ByteStream): ByteStream {
  let failed: unknown = null;
  const slices = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await packed.next().catch((error: unknown) => {
        failed = error;
        throw error;
      });
      if (!piece) return controller.close();
      for (let at = 0; at < piece.length; at += SLICE) controller.enqueue(piece.slice(at, at + SLICE));
    },
    cancel: () => packed.cancel(),
  });
  const readable = slices.pipeThrough(new DecompressionStream('gzip'));
  return fromReadable(
    readable,
    () => packed.done,
    (error) =>
      failed instanceof SourceError
        ? failed
        : new SourceError({ code: 'damaged', place: { file: name }, words: 0, detail: detailOf(error) }),
  );
}

import type { ByteSource, ByteStream } from './byte-source.ts';
import { detailOf, SourceError } from './source-error.ts';

/** Text of vectors, packed, is about so much smaller. */
const USUAL_RATIO = 2.5;
/** Bytes that are unpacked at a time. */
const SLICE = 1 << 15;

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

/**
 * A slice goes in only when more is wanted out: nothing piles up, whatever the platform thinks of that, and what there is comes out
 * before the stream is told that there is no more, which may be a fault.
 */
function unpack(name: string, packed: ByteStream): ByteStream {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const nextSlice = slicesOf(packed);
  let isEnded = false;
  let failed: unknown = null;
  let putting: Promise<void> | null = null;
  const put = async (): Promise<void> => {
    const slice = await nextSlice().catch((error: unknown) => {
      failed = error;
      return null;
    });
    isEnded = slice === null;
    // What fails here fails in reading too.
    await (slice ? writer.write(slice) : writer.close()).catch(() => undefined);
    putting = null;
  };
  return {
    async next() {
      let isThere = false;
      const coming = reader.read().then(
        ({ value }) => {
          isThere = true;
          return value ?? null;
        },
        (error: unknown) => {
          isThere = true;
          return new SourceError({
            code: 'damaged',
            place: { file: name },
            words: 0,
            detail: detailOf(error),
          });
        },
      );
      while (!isThere && !isEnded) {
        putting ??= put();
        await Promise.race([putting, coming]);
      }
      const piece = await coming;
      if (failed !== null && !(piece instanceof Uint8Array)) throw failed;
      if (piece instanceof SourceError) throw piece;
      return piece;
    },
    get done() {
      return packed.done;
    },
    cancel() {
      packed.cancel();
      void reader.cancel().catch(() => undefined);
    },
  };
}

function slicesOf(packed: ByteStream): () => Promise<Uint8Array<ArrayBuffer> | null> {
  let piece: Uint8Array | null = new Uint8Array(0);
  let at = 0;
  return async () => {
    while (piece && at >= piece.length) {
      piece = await packed.next();
      at = 0;
    }
    if (!piece) return null;
    const slice = piece.slice(at, at + SLICE);
    at += SLICE;
    return slice;
  };
}

/** One file's bytes, wherever it is: on a disk, behind an address, in an archive. */
export interface ByteSource {
  /** As the reader knows it; within an archive with the archive's name before it. */
  readonly name: string;
  /** Bytes as they are stored; null: not told. */
  readonly stored: number | null;
  /** Bytes that come out, about; null: not known. */
  readonly size: number | null;
  open(): ByteStream;
}

/** Bytes from the first on. */
export interface ByteStream {
  /** The next piece, void after the next call; null: there are no more. Rejects with `SourceError`. */
  next(): Promise<Uint8Array | null>;
  /** Stored bytes that were read so far. */
  readonly done: number;
  /** No more are wanted. */
  cancel(): void;
}

/** A stream whose first pieces were read already. */
export function withPieces(pieces: readonly Uint8Array[], rest: ByteStream): ByteStream {
  let at = 0;
  return {
    next: async () => pieces[at++] ?? rest.next(),
    get done() {
      return rest.done;
    },
    cancel: () => rest.cancel(),
  };
}

/** What a stream of the platform gives, as one of ours; `wrap` makes a fault of what it fails with. */
export function fromReadable(
  readable: ReadableStream<Uint8Array>,
  done: () => number,
  wrap: (error: unknown) => Error,
): ByteStream {
  const reader = readable.getReader();
  return {
    async next() {
      try {
        const { done: isOver, value } = await reader.read();
        return isOver ? null : value;
      } catch (error) {
        throw wrap(error);
      }
    },
    get done() {
      return done();
    },
    cancel: () => void reader.cancel().catch(() => undefined),
  };
}

const LINE_FEED = 0x0a;

/**
 * Cuts bytes that come in pieces at their line feeds. `take` gets bytes that end with one, from `start` to `end`, and says
 * whether more are wanted. What has no line feed for `longest` bytes is no line: `push` returns false, and `isEndless` is true.
 */
export interface LineCutter {
  push(piece: Uint8Array): boolean;
  /** Hands over what stands behind the last line feed, with one put behind it. */
  end(): void;
  readonly isEndless: boolean;
}

/** Whole lines: bytes[end − 1] is a line feed. The bytes are void after the call. */
export type TakeLines = (bytes: Uint8Array, start: number, end: number) => boolean;

export function createLineCutter(take: TakeLines, longest: number): LineCutter {
  let held = new Uint8Array(1 << 12);
  let length = 0;
  let isEndless = false;
  const hold = (bytes: Uint8Array) => {
    if (length + bytes.length > held.length) {
      const larger = new Uint8Array(2 * (length + bytes.length));
      larger.set(held.subarray(0, length));
      held = larger;
    }
    held.set(bytes, length);
    length += bytes.length;
  };
  /** Ends the line that began in pieces before, where the piece does; null: no more is wanted. */
  const closeHeld = (piece: Uint8Array): number | null => {
    if (length === 0) return 0;
    const first = piece.indexOf(LINE_FEED) + 1;
    hold(first === 0 ? piece : piece.subarray(0, first));
    if (first === 0) return piece.length;
    const line = length;
    length = 0;
    return take(held, 0, line) ? first : null;
  };
  return {
    get isEndless() {
      return isEndless;
    },
    push(piece) {
      const start = closeHeld(piece);
      if (start === null) return false;
      const end = piece.lastIndexOf(LINE_FEED) + 1;
      if (end > start && !take(piece, start, end)) return false;
      hold(piece.subarray(Math.max(start, end)));
      isEndless = length > longest;
      return !isEndless;
    },
    end() {
      if (length === 0) return;
      hold(Uint8Array.of(LINE_FEED));
      take(held, 0, length);
    },
  };
}

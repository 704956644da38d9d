/*
 * A parser of binary data as a generator: it yields what it wants next and is given those bytes, however the pieces they come in
 * are cut. Nothing is held but what was asked for and has come so far.
 */

/** So many bytes; or those up to and with the first `through`, at most `most` of them. */
export type Wanted = { readonly bytes: number } | { readonly through: number; readonly most: number };

/**
 * Is given the bytes it wants, void once it yields again. Fewer than wanted, or none that ends with `through`: the file ended there.
 */
export type Parsing<Result = void> = Generator<Wanted, Result, Uint8Array>;

export interface ByteFeed {
  /** False: the parser has returned. */
  push(piece: Uint8Array): boolean;
  /** Tells the parser that no more will come. */
  end(): void;
  /** Bytes that the parser was given. */
  readonly offset: number;
}

export function createByteFeed(parsing: Parsing): ByteFeed {
  return new Feed(parsing);
}

class Feed implements ByteFeed {
  offset = 0;
  readonly #parsing: Parsing;
  #wanted: Wanted | null;
  /** The beginning of what is wanted, out of earlier pieces. */
  #held = new Uint8Array(1 << 10);
  #length = 0;

  constructor(parsing: Parsing) {
    this.#parsing = parsing;
    this.#wanted = this.#next(parsing.next());
  }

  push(piece: Uint8Array): boolean {
    let at = 0;
    while (this.#wanted) {
      const end = endOf(this.#wanted, this.#length, piece, at);
      if (end < 0) {
        this.#hold(piece.subarray(at));
        return true;
      }
      at = this.#give(piece, at, end);
    }
    return false;
  }

  end(): void {
    // What it wants after the end gets nothing.
    for (let given = this.#length; this.#wanted; given = 0) {
      this.#length = 0;
      this.#hand(this.#held.subarray(0, given));
    }
  }

  #give(piece: Uint8Array, at: number, end: number): number {
    if (this.#length === 0) this.#hand(piece.subarray(at, end));
    else {
      this.#hold(piece.subarray(at, end));
      const given = this.#length;
      this.#length = 0;
      this.#hand(this.#held.subarray(0, given));
    }
    return end;
  }

  #hand(bytes: Uint8Array): void {
    this.offset += bytes.length;
    this.#wanted = this.#next(this.#parsing.next(bytes));
  }

  #next({ done, value }: IteratorResult<Wanted, void>): Wanted | null {
    return done ? null : value;
  }

  #hold(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#held.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.#held.subarray(0, this.#length));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#length);
    this.#length = length;
  }
}

/** Where in the piece ends what is wanted, `held` bytes of which are there already; −1: not in this piece. */
function endOf(wanted: Wanted, held: number, piece: Uint8Array, at: number): number {
  if ('bytes' in wanted) {
    const end = at + wanted.bytes - held;
    return end <= piece.length ? end : -1;
  }
  const last = Math.min(piece.length, at + wanted.most - held);
  for (let i = at; i < last; i++) if (piece[i] === wanted.through) return i + 1;
  return last - at + held >= wanted.most ? last : -1;
}

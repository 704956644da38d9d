/**
 * The tree of all n-grams of a text, in columns: a row is a node, known by the one above it and the token that leads from there.
 * A hash table (open addressing) finds it. Some 40 bytes a node: a tree of Maps takes six times as many.
 */
export interface NgramTree {
  /** Nodes; 0 is the root. */
  readonly size: number;
  /** Times that the n-gram which leads to a node was seen, and what `NgramCounts.continuations` says. */
  readonly counts: Int32Array;
  readonly continuations: Int32Array;
  /** Tokens of that n-gram. */
  readonly lengths: Uint8Array;
  /** Node below `node` along `token`; −1 where there is none. */
  child(node: number, token: number): number;
  /** The same, made where there is none. Columns may be other arrays afterwards. */
  childOrNew(node: number, token: number): number;
  /** Tokens that lead on from a node, with where to; the newest first. */
  eachChild(node: number, visit: (token: number, child: number) => void): void;
}

const NONE = -1;
const FIRST_ROOM = 1024;

/** Grows by doubling; half of the hash table stays empty. */
class Tree implements NgramTree {
  size = 1;
  counts = new Int32Array(FIRST_ROOM);
  continuations = new Int32Array(FIRST_ROOM);
  lengths = new Uint8Array(FIRST_ROOM);
  private above = new Int32Array(FIRST_ROOM);
  private tokens = new Int32Array(FIRST_ROOM);
  private newestBelow = new Int32Array(FIRST_ROOM).fill(NONE);
  private olderBeside = new Int32Array(FIRST_ROOM).fill(NONE);
  private table = new Int32Array(2 * FIRST_ROOM).fill(NONE);

  child(node: number, token: number): number {
    return this.table[this.place(node, token)]!;
  }

  childOrNew(node: number, token: number): number {
    const place = this.place(node, token);
    const known = this.table[place]!;
    if (known !== NONE) return known;
    if (this.size === this.counts.length) {
      this.grow();
      return this.make(node, token, this.place(node, token));
    }
    return this.make(node, token, place);
  }

  eachChild(node: number, visit: (token: number, child: number) => void): void {
    for (let child = this.newestBelow[node] ?? NONE; child !== NONE; child = this.olderBeside[child]!)
      visit(this.tokens[child]!, child);
  }

  private make(node: number, token: number, place: number): number {
    const made = this.size++;
    this.table[place] = made;
    this.above[made] = node;
    this.tokens[made] = token;
    this.lengths[made] = this.lengths[node]! + 1;
    this.olderBeside[made] = this.newestBelow[node]!;
    this.newestBelow[node] = made;
    return made;
  }

  /** Where a node stands in the hash table, or would. */
  private place(node: number, token: number): number {
    const mask = this.table.length - 1;
    let place = hash(node, token) & mask;
    for (let found = this.table[place]!; found !== NONE; found = this.table[place]!) {
      if (this.above[found] === node && this.tokens[found] === token) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  private grow(): void {
    const room = 2 * this.counts.length;
    this.counts = copied(this.counts, new Int32Array(room));
    this.continuations = copied(this.continuations, new Int32Array(room));
    this.lengths = copied(this.lengths, new Uint8Array(room));
    this.above = copied(this.above, new Int32Array(room));
    this.tokens = copied(this.tokens, new Int32Array(room));
    this.newestBelow = copied(this.newestBelow, new Int32Array(room).fill(NONE));
    this.olderBeside = copied(this.olderBeside, new Int32Array(room).fill(NONE));
    this.table = new Int32Array(2 * room).fill(NONE);
    for (let node = 1; node < this.size; node++)
      this.table[this.place(this.above[node]!, this.tokens[node]!)] = node;
  }
}

/** A tree with nothing but its root. */
export const createTree = (): NgramTree => new Tree();

/** Mixes both into all bits (the finaliser of MurmurHash3). */
function hash(node: number, token: number): number {
  let mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(token + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function copied<T extends Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

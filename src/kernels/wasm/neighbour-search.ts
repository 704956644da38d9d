import { createArena, createMemory } from './arena.ts';
import type { TsneExports } from './tsne-exports.ts';

/** Rows that are looked for together, and columns of a product. */
export const BLOCK = 64;
const COLUMNS = 512;
/** Rows in a panel: cells begin at whole ones. */
export const PANEL = 8;
/** Fields in the order in which the class in assembly/neighbours.ts declares them (a test compares the two). */
export const SEARCH_FIELDS = [
  'n',
  'd',
  'stride',
  'kept',
  'rows',
  'packed',
  'halves',
  'products',
  'scores',
  'found',
] as const;

export interface SearchShape {
  /** Rows to be found, places without one among them. */
  readonly n: number;
  readonly dimensions: number;
  /** Candidates kept of each row. */
  readonly kept: number;
  /** Rows that have a heap. */
  readonly heaps: number;
  /** Nearest that `rank` gives. */
  readonly wanted: number;
}

/** A search of assembly/neighbours.ts over memory of its own. */
export interface Search {
  readonly shape: SearchShape;
  /** Numbers from one row to the next; what is beyond d is 0. */
  readonly stride: number;
  /** (n, stride). */
  readonly rows: Float32Array;
  /** Takes the rows as they are now; rows numbered in `empty` are nobody's. */
  prepare(empty: ArrayLike<number>): void;
  clear(heaps: number): void;
  /** Offers all rows to the heaps of rows first … first + count − 1. */
  amongAll(first: number, count: number): void;
  /** Offers all rows to the heaps of `count` strangers, who stand in `block`. */
  ofStrangers(count: number): void;
  /** (BLOCK, stride). */
  readonly block: Float32Array;
  /** Offers rows first … first + width − 1 to the heaps of some of the rows, at most BLOCK. */
  inCell(queries: Int32Array, first: number, width: number): void;
  /** Nearest first, of heaps heap … and rows first …; views until the next call. */
  rank(heap: number, count: number, first: number): { indices: Int32Array; distances: Float32Array };
  /** Nearest first of row `row`, whose heap has its number; where it has too few, all rows are tried. */
  rankWhole(row: number): { indices: Int32Array; distances: Float32Array };
  /** (heaps, kept): the rows in the heaps, in no order, −1 for none; and what they are chosen by, the less the nearer. */
  readonly found: Int32Array;
  readonly scores: Float32Array;
}

export const toMultiple = (count: number, of: number) => Math.ceil(count / of) * of;

/** Throws a RangeError that says how much was asked for when the memory cannot be had. */
export function createSearch(module: WebAssembly.Module, shape: SearchShape): Search {
  const { n, dimensions, kept, heaps, wanted } = shape;
  const stride = toMultiple(dimensions, 4);
  const arena = createArena();
  const at = {
    record: arena.take(SEARCH_FIELDS.length),
    rows: arena.take(n * stride),
    packed: arena.take(toMultiple(n, PANEL) * dimensions),
    halves: arena.take(toMultiple(n, COLUMNS)),
    products: arena.take(BLOCK * COLUMNS),
    scores: arena.take(heaps * kept),
    found: arena.take(heaps * kept),
    block: arena.take(BLOCK * stride),
    queries: arena.take(BLOCK),
    indices: arena.take(BLOCK * wanted),
    distances: arena.take(BLOCK * wanted),
  };
  const memory = createMemory(arena.size(), false);
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TsneExports;
  const { record, rows, scores, found } = at;
  const fields = { ...at, n, d: dimensions, stride: 4 * stride, kept };
  new Int32Array(memory.buffer, record, SEARCH_FIELDS.length).set(
    SEARCH_FIELDS.map((field) => fields[field]),
  );
  const floats = (from: number, length: number) => new Float32Array(memory.buffer, from, length);
  const lists = new Int32Array(memory.buffer, found, heaps * kept);
  const ranks = floats(scores, heaps * kept);
  const rank: Search['rank'] = (heap, count, first) => {
    kernel.rankRows(record, heap, count, first, wanted, at.indices, at.distances);
    const indices = new Int32Array(memory.buffer, at.indices, count * wanted);
    return { indices, distances: floats(at.distances, count * wanted) };
  };
  const inCell: Search['inCell'] = (queries, first, width) => {
    new Int32Array(memory.buffer, at.queries, BLOCK).set(queries);
    kernel.searchCell(record, at.queries, queries.length, at.block, first, width);
  };
  return {
    shape,
    stride,
    rows: floats(rows, n * stride),
    block: floats(at.block, BLOCK * stride),
    found: lists,
    scores: ranks,
    prepare(empty) {
      kernel.prepareSearch(record);
      const lengths = floats(at.halves, n);
      for (let i = 0; i < empty.length; i++) lengths[empty[i]!] = FARTHEST;
    },
    clear: (count) => kernel.clearHeaps(record, count),
    amongAll: (first, count) => kernel.searchRows(record, rows + 4 * stride * first, count, first),
    ofStrangers: (count) => kernel.searchRows(record, at.block, count, -1),
    inCell,
    rank,
    rankWhole(row) {
      const near = rank(row, 1, row);
      if (near.indices[wanted - 1]! >= 0) return near;
      lists.fill(-1, row * kept, (row + 1) * kept);
      ranks.fill(FARTHEST, row * kept, (row + 1) * kept);
      inCell(Int32Array.of(row), 0, toMultiple(n, PANEL));
      return rank(row, 1, row);
    },
  };
}

/** The largest number of 32 bits. */
const FARTHEST = 3.4028234663852886e38;

/** The mean of all rows, which no distance knows: products of shorter rows have more digits to tell them apart. */
export function meanOf(vectors: Float32Array, dimensions: number): Float64Array {
  const n = vectors.length / dimensions;
  const means = new Float64Array(dimensions);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < dimensions; k++) means[k]! += vectors[i * dimensions + k]! / n;
  }
  return means;
}

/** Vector number `from` less `means` as row number `to` of rows that are `stride` apart. */
export function copyRow(
  vectors: Float32Array,
  from: number,
  means: Float64Array,
  rows: Float32Array,
  to: number,
  stride: number,
): void {
  const d = means.length;
  for (let k = 0; k < d; k++) rows[to * stride + k] = vectors[from * d + k]! - means[k]!;
}

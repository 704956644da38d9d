import { type RowStore, rowBytes } from '../row-store.ts';
import type { Precision } from '../vector-table.ts';
import { createFlawLog } from './flaw-log.ts';
import type { ReadFlaw, ReadPlace, RowsAhead, VectorIntake } from './reader.ts';

/** What of a source is kept, and how exactly. */
export interface Keep {
  /** At most so many words, the first ones; null: as many as the memory allows. */
  readonly most: number | null;
  /** Only these; null: all. */
  readonly only: readonly string[] | null;
  /** Null: floats as long as they fit into `memory`, else 8 bits. */
  readonly precision: Precision | null;
  /** Bytes that rows may take. */
  readonly memory: number;
}

/** Words and rows while they are being read. */
export interface GrowingTable extends VectorIntake {
  readonly words: readonly string[];
  /** Where each word stands in `words`. */
  readonly index: ReadonlyMap<string, number>;
  /** Null before the first row. */
  readonly rows: RowStore | null;
  /** How often each word occurred, as long as the words; empty: the source does not say. */
  readonly counts: readonly number[];
  /** What ended the reading before the source did. */
  readonly limit: 'most' | 'memory' | 'only' | null;
  flaws(): readonly ReadFlaw[];
}

/** A Map of the common engines holds 2^24 entries and no more. */
const MOST_WORDS = 16_000_000;

/**
 * `bytes`: how long the source is, or about so; null: unknown. `createRows` may throw a RangeError where there is no memory; so does
 * `begin` then. Rows for which there is none are left out, and `limit` says so.
 */
export function createGrowingTable(
  keep: Keep,
  bytes: number | null,
  createRows: (dimensions: number, precision: Precision) => RowStore,
): GrowingTable {
  return new Table(keep, bytes, createRows);
}

class Table implements GrowingTable {
  readonly words: string[] = [];
  readonly index = new Map<string, number>();
  readonly counts: number[] = [];
  rows: RowStore | null = null;
  limit: GrowingTable['limit'] = null;
  readonly #log = createFlawLog();
  readonly #keep: Keep;
  readonly #bytes: number | null;
  readonly #createRows: (dimensions: number, precision: Precision) => RowStore;
  readonly #only: ReadonlySet<string> | null;
  readonly #beginnings: ReadonlySet<string> | null;
  readonly #most: number;
  #areSums = false;

  constructor(
    keep: Keep,
    bytes: number | null,
    createRows: (dimensions: number, precision: Precision) => RowStore,
  ) {
    this.#keep = keep;
    this.#bytes = bytes;
    this.#createRows = createRows;
    this.#only = keep.only && new Set(keep.only);
    this.#beginnings = keep.only && new Set(keep.only.map((word) => word.split(' ', 1)[0] ?? ''));
    this.#most = Math.min(keep.most ?? MOST_WORDS, this.#only?.size ?? MOST_WORDS, MOST_WORDS);
    this.#look();
  }

  get isFull(): boolean {
    return this.limit !== null;
  }

  begin(ahead: RowsAhead): void {
    if (this.rows) return;
    const { dimensions } = ahead;
    const there = this.#bytes === null ? Number.POSITIVE_INFINITY : this.#bytes / ahead.width;
    const expected = Math.ceil(Math.min(this.#most, ahead.claimed ?? there, 1.02 * there));
    const kept = this.#keep.precision ?? this.#fitting(dimensions, expected);
    const precision = ahead.areSums ? 'float32' : kept;
    this.#areSums = ahead.areSums === true;
    this.rows = this.#createRows(dimensions, precision);
    const room = Math.floor(this.#keep.memory / rowBytes(dimensions, precision));
    if (this.#bytes !== null) tryTo(() => this.rows?.reserve(Math.min(expected, room)));
  }

  get room(): number {
    if (!this.rows || this.limit) return 0;
    const { dimensions, precision, bytes } = this.rows;
    const fitting = Math.floor((this.#keep.memory - bytes) / rowBytes(dimensions, precision));
    return Math.max(0, Math.min(fitting, this.#most - this.words.length));
  }

  sums(): Float32Array {
    const rows = this.rows?.finish();
    return rows?.precision === 'float32' ? rows.values : new Float32Array(0);
  }

  settle(): void {
    this.#areSums = false;
    if (this.#keep.precision === 'int8') this.rows?.narrow();
  }

  wants(word: string, place: () => ReadPlace): boolean {
    if (this.limit || this.#only?.has(word) === false) return false;
    if (!this.index.has(word)) return true;
    this.note('duplicate-word', () => ({ ...place(), word }));
    return false;
  }

  mayWant(beginning: string): boolean {
    return this.#beginnings === null || this.#beginnings.has(beginning);
  }

  add(word: string, row: Float32Array, place: () => ReadPlace, count?: number): void {
    if (!this.rows || !this.#hasRoom(this.rows)) return;
    try {
      this.rows.push(row);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.limit = 'memory';
      return;
    }
    if (!this.#areSums && isZero(row)) this.note('zero-vector', () => ({ ...place(), word }));
    this.index.set(word, this.words.length);
    this.words.push(word);
    if (count !== undefined) this.counts.push(count);
    this.#look();
  }

  note: VectorIntake['note'] = (code, place) => this.#log.note(code, place);
  flaws = (): readonly ReadFlaw[] => this.#log.flaws();

  #look(): void {
    if (this.words.length >= this.#most)
      this.limit = this.words.length === this.#only?.size ? 'only' : 'most';
  }

  #fitting(dimensions: number, rows: number): Precision {
    const fits = Number.isFinite(rows) && rows * rowBytes(dimensions, 'float32') <= this.#keep.memory;
    return fits ? 'float32' : 'int8';
  }

  /** What was thought to fit into memory as floats goes on in 8 bits. */
  #hasRoom(rows: RowStore): boolean {
    const needed = () => (rows.count + 1) * rowBytes(rows.dimensions, rows.precision);
    if (needed() > this.#keep.memory && this.#keep.precision === null && !this.#areSums) rows.narrow();
    if (needed() <= this.#keep.memory) return true;
    this.limit = 'memory';
    return false;
  }
}

/** What there is no room for in one piece may still fit as it comes. */
function tryTo(reserve: () => void): void {
  try {
    reserve();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

function isZero(row: Float32Array): boolean {
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) return false;
  return true;
}

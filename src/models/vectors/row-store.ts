import { dequantise, quantise } from './quantise.ts';
import type { Precision, StoredRows } from './vector-table.ts';

/** Memory that rows grow in. When it grows what was written stays, and views made before are void. */
export interface RowMemory {
  /** Where rows begin, in bytes: a multiple of 16. */
  readonly start: number;
  /** The buffer, at least `bytes` long. Throws a RangeError where they cannot be had. */
  grow(bytes: number): ArrayBuffer;
}

/** Rows of a set while it is being read: they grow at the end, and those that are there can be asked for meanwhile. */
export interface RowStore {
  /** d. */
  readonly dimensions: number;
  readonly precision: Precision;
  /** Rows so far. */
  readonly count: number;
  /** Bytes that these rows take, scales included. */
  readonly bytes: number;
  /** Makes room for so many rows in all, where their number is known. Throws a RangeError where they cannot be had. */
  reserve(rows: number): void;
  /** Copies a row of d finite numbers to the end, in 8 bits if that is how rows are kept. Throws a RangeError when memory is out. */
  push(row: Float32Array): void;
  /** Copies a row that is in 8 bits already; `codes` are d of them. */
  pushCodes(codes: Int8Array, scale: number): void;
  /** Row `index` < `count` as floats. */
  rowInto(index: number, out: Float32Array): void;
  /** From floats to 8 bits, those that are there and all that follow; nothing where rows are in 8 bits. The memory stays as large. */
  narrow(): void;
  /** The first `count` rows, without a copy; void once another row was pushed. */
  finish(): StoredRows;
}

/** Bytes that a row of d numbers takes. */
export function rowBytes(dimensions: number, precision: Precision): number {
  return precision === 'float32' ? 4 * dimensions : dimensions + 4;
}

/** No rows yet, d numbers each; in memory of its own unless some is given. */
export function createRowStore(
  dimensions: number,
  precision: Precision,
  memory: RowMemory = createPlainMemory(),
): RowStore {
  return new GrowingRows(dimensions, precision, memory);
}

/** The least that memory grows by: rows of a large file come by the million. */
const STEP = 1 << 20;
const ALIGNED = 16;

class GrowingRows implements RowStore {
  readonly dimensions: number;
  precision: Precision;
  count = 0;
  readonly #memory: RowMemory;
  /** Rows that there is room for. */
  #room = 0;
  #codes: Int8Array;
  #values: Float32Array;
  #scales = new Float32Array(0);

  constructor(dimensions: number, precision: Precision, memory: RowMemory) {
    if (memory.start % ALIGNED) throw new RangeError(`rows cannot begin at byte ${memory.start}`);
    this.dimensions = dimensions;
    this.precision = precision;
    this.#memory = memory;
    const buffer = memory.grow(memory.start);
    this.#codes = new Int8Array(buffer, memory.start, 0);
    this.#values = new Float32Array(buffer, memory.start, 0);
  }

  get bytes(): number {
    return this.count * rowBytes(this.dimensions, this.precision);
  }

  reserve(rows: number): void {
    if (rows <= this.#room) return;
    this.#view(this.#memory.grow(this.#memory.start + rows * this.#width()), rows);
  }

  push(row: Float32Array): void {
    this.#makeRoom();
    const at = this.count * this.dimensions;
    if (this.precision === 'float32') this.#values.set(row, at);
    else this.#scales[this.count] = quantise(row, this.#codes.subarray(at, at + this.dimensions));
    this.count += 1;
  }

  pushCodes(codes: Int8Array, scale: number): void {
    this.#makeRoom();
    const at = this.count * this.dimensions;
    if (this.precision === 'int8') {
      this.#codes.set(codes, at);
      this.#scales[this.count] = scale;
    } else dequantise(codes, 0, scale, this.#values.subarray(at, at + this.dimensions));
    this.count += 1;
  }

  rowInto(index: number, out: Float32Array): void {
    readRow(this.finish(), this.dimensions, index, out);
  }

  narrow(): void {
    if (this.precision === 'int8') return;
    const [d, values, room] = [this.dimensions, this.#values, this.#room];
    this.precision = 'int8';
    this.#view(values.buffer as ArrayBuffer, room);
    const row = new Float32Array(d);
    // Row by row from the front: what is written is always behind what is still to be read.
    for (let i = 0; i < this.count; i++) {
      row.set(values.subarray(i * d, (i + 1) * d));
      this.#scales[i] = quantise(row, this.#codes.subarray(i * d, (i + 1) * d));
    }
  }

  finish(): StoredRows {
    const length = this.count * this.dimensions;
    if (this.precision === 'float32')
      return { precision: 'float32', values: this.#values.subarray(0, length) };
    const scales = this.#scales.subarray(0, this.count);
    return { precision: 'int8', codes: this.#codes.subarray(0, length), scales };
  }

  /** Bytes of a row in the memory; scales stand elsewhere. */
  #width(): number {
    return this.precision === 'float32' ? 4 * this.dimensions : this.dimensions;
  }

  /** An eighth more at a time: memory that grows where it is need not double. */
  #makeRoom(): void {
    if (this.count < this.#room) return;
    const more = Math.max(STEP / this.#width(), this.#room / 8, 1);
    this.reserve(this.#room + Math.ceil(more));
  }

  #view(buffer: ArrayBuffer, room: number): void {
    const [length, start] = [room * this.dimensions, this.#memory.start];
    const isFloat = this.precision === 'float32';
    this.#values = new Float32Array(buffer, start, isFloat ? length : 0);
    this.#codes = new Int8Array(buffer, start, isFloat ? 0 : length);
    if (!isFloat && room > this.#scales.length) {
      const scales = new Float32Array(room);
      scales.set(this.#scales);
      this.#scales = scales;
    }
    this.#room = room;
  }
}

/** Row `index` as d floats. */
export function readRow(rows: StoredRows, dimensions: number, index: number, out: Float32Array): void {
  const from = index * dimensions;
  if (rows.precision === 'float32') out.set(rows.values.subarray(from, from + dimensions));
  else dequantise(rows.codes, from, rows.scales[index] ?? 0, out);
}

/** Memory without a kernel: a larger buffer each time, and what was written is copied. */
export function createPlainMemory(): RowMemory {
  let buffer = new ArrayBuffer(0);
  const grow = (bytes: number) => {
    if (bytes <= buffer.byteLength) return buffer;
    const larger = new ArrayBuffer(bytes);
    new Uint8Array(larger).set(new Uint8Array(buffer));
    buffer = larger;
    return buffer;
  };
  return { start: 0, grow };
}

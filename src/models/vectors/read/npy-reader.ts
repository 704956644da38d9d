import { type ByteFeed, createByteFeed, type Parsing } from './byte-feed.ts';
import { createNamedRows, type NamedRows } from './named-rows.ts';
import { NPY_START_BYTES, type NpyHeader, npyHeaderLength, readNpyHeader } from './npy-header.ts';
import { createNumberDecoder, NUMBER_BYTES, type NumberDecoder } from './number-rows.ts';
import type { ReadEnd, ReadFault, VectorIntake, VectorReader } from './reader.ts';

/** Numbers of a column that are read at a time. */
const BLOCK = 1 << 14;

/** NumPy's .npy of a matrix (V, d) of floats, in either order, whose words are `names`. */
export function createNpyReader(intake: VectorIntake, names: readonly string[]): VectorReader {
  return new NpyRows(intake, names);
}

class NpyRows implements VectorReader {
  readonly #intake: VectorIntake;
  readonly #names: readonly string[];
  readonly #feed: ByteFeed;
  #rows: number | null = null;
  #fault: ReadFault | null = null;

  constructor(intake: VectorIntake, names: readonly string[]) {
    this.#intake = intake;
    this.#names = names;
    this.#feed = createByteFeed(this.#parse());
  }

  push(piece: Uint8Array): boolean {
    return this.#feed.push(piece);
  }

  end(whole: boolean): ReadEnd {
    if (whole) this.#feed.end();
    return { fault: this.#fault, isUsable: true, rows: this.#rows };
  }

  *#parse(): Parsing {
    const header = yield* this.#readHeader();
    if (!header) return;
    const { rows, dimensions, isFortran, kind, isBigEndian } = header;
    const words = this.#names.length;
    if (rows !== words) {
      this.#fault = { code: 'partner-differs', rows, words };
      return;
    }
    this.#rows = rows;
    this.#intake.begin({ dimensions, claimed: rows, width: NUMBER_BYTES[kind] * dimensions });
    const decode = createNumberDecoder(kind, isBigEndian);
    const named = createNamedRows(this.#intake, this.#names, dimensions, decode);
    yield* isFortran ? this.#readColumns(header, named, decode) : this.#readRows(header, named);
  }

  *#readHeader(): Parsing<NpyHeader | null> {
    const start = npyHeaderLength(yield { bytes: NPY_START_BYTES });
    if (!start) return this.#refuse({ code: 'unsupported', detail: 'npy' });
    const high = yield { bytes: start.have };
    if (high.some((byte) => byte !== 0)) return this.#refuse({ code: 'unsupported', detail: 'npy' });
    const bytes = yield { bytes: start.length };
    if (bytes.length < start.length) return this.#cut(start.length, bytes.length);
    const header = readNpyHeader(new TextDecoder('latin1').decode(bytes));
    return 'code' in header ? this.#refuse(header) : header;
  }

  #refuse(fault: ReadFault): null {
    this.#fault = fault;
    return null;
  }

  #cut(expected: number, found: number, row?: number): null {
    const place = { byte: this.#feed.offset, expected: String(expected), found: String(found) };
    return this.#refuse({
      code: 'damaged',
      place: row === undefined ? place : { ...place, row },
      detail: 'truncated',
    });
  }

  *#readRows({ rows, dimensions, kind }: NpyHeader, named: NamedRows): Parsing {
    const wanted = { bytes: NUMBER_BYTES[kind] * dimensions };
    for (let i = 0; i < rows && !this.#intake.isFull; i++) {
      const bytes = yield wanted;
      if (bytes.length < wanted.bytes) {
        this.#cut(wanted.bytes, bytes.length, i + 1);
        return;
      }
      named.accept(i, bytes, this.#feed.offset - wanted.bytes);
    }
  }

  /** Every row is whole only at the end: the numbers of those that can be kept are collected before. */
  *#readColumns({ rows, dimensions, kind }: NpyHeader, named: NamedRows, decode: NumberDecoder): Parsing {
    const columns: Float32Array[] = [];
    for (let j = 0; j < dimensions; j++) {
      const column = yield* this.#readColumn(rows, NUMBER_BYTES[kind], decode);
      if (!column) return;
      columns.push(column);
    }
    const row = new Float32Array(dimensions);
    for (let i = 0; i < rows && !this.#intake.isFull; i++) {
      for (let j = 0; j < dimensions; j++) row[j] = columns[j]![i]!;
      named.acceptRow(i, row, this.#feed.offset);
    }
  }

  *#readColumn(rows: number, size: number, decode: NumberDecoder): Parsing<Float32Array | null> {
    const column = new Float32Array(rows);
    for (let from = 0; from < rows; from += BLOCK) {
      const count = Math.min(BLOCK, rows - from);
      const bytes = yield { bytes: count * size };
      if (bytes.length < count * size) return this.#cut(count * size, bytes.length);
      decode(bytes, column.subarray(from, from + count));
    }
    return column;
  }
}

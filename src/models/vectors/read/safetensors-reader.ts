import type { Dtype, SafetensorsFault } from '../../convert/safetensors.ts';
import {
  type Header,
  type HeaderEntry,
  headerLength,
  LENGTH_BYTES,
  readHeader,
} from '../../convert/safetensors-header.ts';
import { type ByteFeed, createByteFeed, type Parsing } from './byte-feed.ts';
import { createNamedRows } from './named-rows.ts';
import { createNumberDecoder, NUMBER_BYTES, type NumberKind } from './number-rows.ts';
import type { ReadEnd, ReadFault, VectorIntake, VectorReader } from './reader.ts';
import { MOST_DIMENSIONS } from './text-plan.ts';

/** Bytes that are passed over at a time. */
const SKIP = 1 << 16;
/** Longer headers are not read: those of the largest models have less. */
const MOST_HEADER = 1 << 25;
const KINDS: Readonly<Partial<Record<Dtype, NumberKind>>> = { F16: 'f2', F32: 'f4', F64: 'f8', BF16: 'bf2' };
/** What rows of words are called. */
const USUAL_NAME = /embed|wte|word|vector|lookup/i;

/** One matrix of a safetensors file: the one whose rows are as many as the words, which are `names`. */
export function createSafetensorsReader(intake: VectorIntake, names: readonly string[]): VectorReader {
  return new TensorRows(intake, names);
}

class TensorRows implements VectorReader {
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
    const entry = header && this.#choose(header.entries);
    if (!header || !entry) return;
    const start = header.dataStart + entry.range[0];
    while (this.#feed.offset < start) {
      const bytes = yield { bytes: Math.min(SKIP, start - this.#feed.offset) };
      if (bytes.length === 0) {
        this.#damaged('truncated');
        return;
      }
    }
    yield* this.#readRows(entry);
  }

  *#readHeader(): Parsing<Header | null> {
    const start = (yield { bytes: LENGTH_BYTES }).slice();
    const length = start.length < LENGTH_BYTES ? 0 : headerLength(start);
    if (length < 2 || length > MOST_HEADER) {
      this.#damaged('header-length');
      return null;
    }
    const json = yield { bytes: length };
    const bytes = new Uint8Array(LENGTH_BYTES + json.length);
    bytes.set(start);
    bytes.set(json, LENGTH_BYTES);
    const result = headerOf(bytes);
    if (result.ok) return result.header;
    this.#damaged(result.fault.code);
    return null;
  }

  #choose(entries: readonly HeaderEntry[]): HeaderEntry | null {
    const fitting = entries
      .filter(({ shape, dtype }) => shape.length === 2 && dtype in KINDS && isWidth(shape[1]))
      .sort(
        (a, b) => Number(USUAL_NAME.test(b.name)) - Number(USUAL_NAME.test(a.name)) || sizeOf(b) - sizeOf(a),
      );
    const words = this.#names.length;
    const entry = fitting.find(({ shape }) => shape[0] === words);
    if (entry) return entry;
    const [largest] = fitting;
    if (largest) this.#fault = { code: 'partner-differs', rows: largest.shape[0] ?? 0, words };
    else
      this.#fault = {
        code: 'not-vectors',
        place: { byte: 0, found: describe(entries), expected: '(V, d)' },
        kind: null,
      };
    return null;
  }

  *#readRows({ shape, dtype }: HeaderEntry): Parsing {
    const [rows = 0, dimensions = 0] = shape;
    const kind = KINDS[dtype] ?? 'f4';
    const wanted = { bytes: NUMBER_BYTES[kind] * dimensions };
    this.#rows = rows;
    this.#intake.begin({ dimensions, claimed: rows, width: wanted.bytes });
    const named = createNamedRows(this.#intake, this.#names, dimensions, createNumberDecoder(kind));
    for (let i = 0; i < rows && !this.#intake.isFull; i++) {
      const bytes = yield wanted;
      if (bytes.length < wanted.bytes) {
        this.#damaged('truncated', i + 1);
        return;
      }
      named.accept(i, bytes, this.#feed.offset - wanted.bytes);
    }
  }

  #damaged(detail: string, row?: number): void {
    const place = { byte: this.#feed.offset };
    this.#fault = { code: 'damaged', place: row === undefined ? place : { ...place, row }, detail };
  }
}

/** How long the file is nobody knows while it comes: where the last tensor ends, it has to end. */
function headerOf(bytes: Uint8Array): { ok: true; header: Header } | { ok: false; fault: SafetensorsFault } {
  const endless = readHeader(bytes, Number.MAX_SAFE_INTEGER);
  if (endless.ok || endless.fault.code !== 'hole' || endless.fault.before !== null) return endless;
  return readHeader(bytes, bytes.length + endless.fault.range[0]);
}

const isWidth = (width: number | undefined): boolean =>
  width !== undefined && width >= 1 && width <= MOST_DIMENSIONS;
const sizeOf = ({ range }: HeaderEntry): number => range[1] - range[0];

function describe(entries: readonly HeaderEntry[]): string {
  const [first] = entries;
  return first ? `${first.name} ${first.dtype} [${first.shape.join(', ')}]`.slice(0, 60) : '';
}

import { type ByteFeed, createByteFeed, type Parsing } from './byte-feed.ts';
import { createNumberDecoder, firstNotFinite } from './number-rows.ts';
import type { ReadEnd, ReadFault, VectorIntake, VectorReader } from './reader.ts';
import { MOST_DIMENSIONS } from './text-plan.ts';
import { createWordDecoder, MOST_WORD_BYTES } from './word-bytes.ts';

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const HEADER = { through: LINE_FEED, most: 64 };
const WORD = { through: SPACE, most: MOST_WORD_BYTES };

/**
 * word2vec's .bin: V and d as text and a line feed; of each word its name, a space, d numbers of 32 bits, low byte first, and a
 * line feed or none (Mikolov's distance.c reads both).
 */
export function createWord2vecReader(intake: VectorIntake): VectorReader {
  return new Word2vecRows(intake);
}

class Word2vecRows implements VectorReader {
  readonly #intake: VectorIntake;
  readonly #feed: ByteFeed;
  readonly #words = createWordDecoder();
  readonly #decode = createNumberDecoder('f4');
  #claimed: number | null = null;
  /** Rows that were read whole. */
  #rows = 0;
  #fault: ReadFault | null = null;

  constructor(intake: VectorIntake) {
    this.#intake = intake;
    this.#feed = createByteFeed(this.#parse());
  }

  push(piece: Uint8Array): boolean {
    return this.#feed.push(piece);
  }

  end(whole: boolean): ReadEnd {
    if (whole) this.#feed.end();
    const nothing: ReadFault = { code: 'no-rows', place: { byte: 0 } };
    if (this.#rows === 0 && whole) this.#fault ??= nothing;
    return { fault: this.#fault, isUsable: true, rows: whole && !this.#fault ? this.#rows : this.#claimed };
  }

  *#parse(): Parsing {
    const dimensions = this.#readHeader(yield HEADER);
    if (dimensions === null) return;
    const row = new Float32Array(dimensions);
    const numbers = { bytes: 4 * dimensions };
    while (!this.#intake.isFull) {
      const begun = this.#begun(yield WORD);
      if (begun === null) return;
      const { word, bad } = begun;
      const bytes = yield numbers;
      if (bytes.length < numbers.bytes) {
        this.#cut(word, bytes.length, numbers.bytes);
        return;
      }
      this.#rows += 1;
      if (!this.#decode(bytes, row))
        this.#intake.note('not-a-number', () => ({ ...this.#place(), word, found: firstNotFinite(row) }));
      else this.#accept(word, bad, row);
    }
  }

  #readHeader(bytes: Uint8Array): number | null {
    const text = new TextDecoder('latin1').decode(bytes);
    const [claimed = Number.NaN, dimensions = 0] = text.trim().split(/\s+/).map(Number);
    if (!(claimed >= 0) || !(dimensions >= 1 && dimensions <= MOST_DIMENSIONS)) {
      this.#fault = { code: 'not-vectors', place: { byte: 0, found: text.trim().slice(0, 40) }, kind: null };
      return null;
    }
    this.#claimed = claimed;
    this.#intake.begin({ dimensions, claimed, width: 4 * dimensions + 8 });
    return dimensions;
  }

  /** The word of the next row; null: there is none. */
  #begun(bytes: Uint8Array): { readonly word: string; readonly bad: string | null } | null {
    const start = bytes[0] === LINE_FEED ? 1 : 0;
    if (bytes.at(-1) !== SPACE) return this.#endOrFault(bytes.subarray(start));
    const word = this.#words.decode(bytes, start, bytes.length - 1);
    const { bad } = this.#words;
    // Numbers that were taken for a word: rows are not as long as the header says.
    if (bad && bytes.subarray(start).some((byte) => byte < SPACE)) return this.#lost(bytes);
    return { word, bad };
  }

  #endOrFault(rest: Uint8Array): null {
    if (rest.length >= MOST_WORD_BYTES - 1) return this.#lost(rest);
    if (rest.length > 0) {
      this.#cut('', rest.length, null);
      return null;
    }
    if (this.#claimed !== this.#rows) {
      const [expected, found] = [String(this.#claimed), String(this.#rows)];
      this.#intake.note('header-lies', () => ({ byte: 0, expected, found }));
    }
    return null;
  }

  #accept(word: string, bad: string | null, row: Float32Array): void {
    const place = this.#place;
    if (bad) this.#intake.note('bad-utf8', () => ({ ...place(), word, found: bad }));
    if (word === '') this.#intake.note('empty-word', place);
    else if (this.#intake.wants(word, place)) this.#intake.add(word, row, place);
  }

  readonly #place = () => ({ row: this.#rows, byte: this.#feed.offset });

  #lost(bytes: Uint8Array): null {
    const found = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const place = { row: this.#rows + 1, byte: this.#feed.offset, found };
    this.#fault = { code: 'damaged', place, detail: 'word' };
    return null;
  }

  /** The file ends within a row. */
  #cut(word: string, found: number, expected: number | null): void {
    const place = { row: this.#rows + 1, byte: this.#feed.offset, found: String(found) };
    const more = expected === null ? {} : { expected: String(expected), word };
    this.#fault = { code: 'damaged', place: { ...place, ...more }, detail: 'truncated' };
  }
}

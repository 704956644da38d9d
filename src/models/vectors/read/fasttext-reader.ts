import { rowBytes } from '../row-store.ts';
import { type ByteFeed, createByteFeed, type Parsing } from './byte-feed.ts';
import { FASTTEXT_HEADER_BYTES, type FasttextHeader, readFasttextHeader } from './fasttext-header.ts';
import { createNgramUse, MOST_USERS, type NgramUse } from './ngram-use.ts';
import { createNumberDecoder } from './number-rows.ts';
import { createPartRows, type PartRows } from './part-rows.ts';
import type { ReadEnd, ReadFault, ReadPlace, VectorIntake, VectorReader } from './reader.ts';
import { createSubwords, type Subwords } from './subword-vectors.ts';
import { createWordDecoder, MOST_WORD_BYTES } from './word-bytes.ts';

const WORD = { through: 0, most: MOST_WORD_BYTES };
/** Behind a word: how often it occurred (64 bits), and whether it is a label. */
const ENTRY = { bytes: 9 };
/** Entries, words, labels (32 bits each), tokens, and entries of a pruned model (64 bits). */
const DICTIONARY = { bytes: 28 };
/** Whether it is quantised, rows and columns (64 bits). */
const MATRIX = { bytes: 17 };
/** Beyond any number that was learnt; sums of smaller ones stay within 32 bits. */
const MOST = 1e30;
/** fastText's end of a sentence is no word, and has no n-grams. */
const END_OF_SENTENCE = '</s>';

export interface FasttextReader extends VectorReader {
  /** Vectors of any word by its n-grams; null: the model has none, or there was no memory for them. */
  readonly subwords: Subwords | null;
}

/**
 * fastText's .bin (Bojanowski et al. 2017; fastText 0.9, version 12 of the file): settings, dictionary, and the input matrix of
 * words and buckets of n-grams. A word's vector is the mean of its own row and its n-grams', so that words are of use only when all
 * of it is read. `most`: bytes that the rows of n-grams may take, which are kept for unseen words.
 */
export function createFasttextReader(intake: VectorIntake, most: () => number): FasttextReader {
  return new FasttextRows(intake, most);
}

/** A word of the dictionary that is wanted. */
interface Entry {
  /** Its row in the matrix. */
  readonly id: number;
  readonly word: string;
  readonly count: number;
  readonly bad: string | null;
  readonly ngrams: number;
  /** Where it is in the table; −1: nowhere. */
  index: number;
}

class FasttextRows implements FasttextReader {
  subwords: Subwords | null = null;
  readonly #intake: VectorIntake;
  readonly #most: () => number;
  readonly #feed: ByteFeed;
  readonly #words = createWordDecoder();
  readonly #decode = createNumberDecoder('f4');
  readonly #entries: Entry[] = [];
  #total: number | null = null;
  #row = 0;
  #added = 0;
  #isDone = false;
  #fault: ReadFault | null = null;

  constructor(intake: VectorIntake, most: () => number) {
    this.#intake = intake;
    this.#most = most;
    this.#feed = createByteFeed(this.#parse());
  }

  push(piece: Uint8Array): boolean {
    return this.#feed.push(piece);
  }

  end(whole: boolean): ReadEnd {
    if (whole) this.#feed.end();
    return { fault: this.#fault, isUsable: this.#isDone, rows: this.#total };
  }

  readonly #place = (): ReadPlace => ({ row: this.#row, byte: this.#feed.offset });

  #damaged(detail: string, found?: number): false {
    const more = found === undefined ? {} : { found: String(found) };
    this.#fault = { code: 'damaged', place: { byte: this.#feed.offset, ...more }, detail };
    return false;
  }

  *#parse(): Parsing {
    const header = readFasttextHeader(yield { bytes: FASTTEXT_HEADER_BYTES });
    if ('code' in header) {
      this.#fault = header;
      return;
    }
    const use = createNgramUse(header);
    if (!(yield* this.#readDictionary(header, use))) return;
    const buckets = yield* this.#readMatrix(header);
    if (buckets === null) return;
    if (!(yield* this.#readWords(header))) return;
    if (!(yield* this.#readNgrams(header, use, buckets))) return;
    this.#average(header.dimensions);
    this.#isDone = true;
  }

  *#readDictionary({ dimensions }: FasttextHeader, use: NgramUse): Parsing<boolean> {
    const bytes = yield DICTIONARY;
    if (bytes.length < DICTIONARY.bytes) return this.#damaged('truncated');
    const view = viewOf(bytes);
    const [size, words, pruned] = [
      view.getInt32(0, true),
      view.getInt32(4, true),
      view.getBigInt64(20, true),
    ];
    if (pruned > 0n) return this.#refuse('quantised fastText');
    if (words < 1 || size < words) return this.#damaged('dictionary', words);
    this.#total = words;
    this.#intake.begin({ dimensions, claimed: words, width: 4 * dimensions, areSums: true });
    for (let id = 0; id < size; id++) if (!(yield* this.#readEntry(id, id < words, use))) return false;
    return true;
  }

  *#readEntry(id: number, isWord: boolean, use: NgramUse): Parsing<boolean> {
    const bytes = yield WORD;
    if (bytes.at(-1) !== 0) return this.#damaged(bytes.length < MOST_WORD_BYTES ? 'truncated' : 'dictionary');
    const name = isWord && this.#hasRoom() ? bytes.slice(0, -1) : null;
    const facts = yield ENTRY;
    if (facts.length < ENTRY.bytes) return this.#damaged('truncated');
    if (name) this.#want(id, name, Number(viewOf(facts).getBigInt64(0, true)), use);
    return true;
  }

  #hasRoom(): boolean {
    return this.#entries.length < Math.min(this.#intake.room, MOST_USERS);
  }

  #want(id: number, name: Uint8Array, count: number, use: NgramUse): void {
    const word = this.#words.decode(name, 0, name.length);
    const { bad } = this.#words;
    if (!this.#intake.wants(word, this.#place)) return;
    const ngrams = word === END_OF_SENTENCE ? 0 : use.add(this.#entries.length, name);
    this.#entries.push({ id, word, count, bad, ngrams, index: -1 });
  }

  #refuse(detail: string): false {
    this.#fault = { code: 'unsupported', detail };
    return false;
  }

  /** How many rows of n-grams there are; null: it is not to be read. */
  *#readMatrix({ dimensions, bucket }: FasttextHeader): Parsing<number | null> {
    const bytes = yield MATRIX;
    if (bytes.length < MATRIX.bytes) {
      this.#damaged('truncated');
      return null;
    }
    if (bytes[0] !== 0) {
      this.#refuse('quantised fastText');
      return null;
    }
    const view = viewOf(bytes);
    const [rows, columns] = [Number(view.getBigInt64(1, true)), Number(view.getBigInt64(9, true))];
    const buckets = rows - (this.#total ?? 0);
    if (columns === dimensions && buckets === bucket) return buckets;
    this.#damaged('matrix', rows);
    return null;
  }

  *#readWords({ dimensions }: FasttextHeader): Parsing<boolean> {
    const wanted = { bytes: 4 * dimensions };
    const row = new Float32Array(dimensions);
    let next = 0;
    for (let id = 0; id < (this.#total ?? 0); id++) {
      const bytes = yield wanted;
      this.#row = id + 1;
      if (bytes.length < wanted.bytes) return this.#damaged('truncated');
      const entry = this.#entries[next];
      if (entry?.id !== id) continue;
      next += 1;
      this.#accept(entry, this.#decode(bytes, row) && canBeSummed(row), row);
    }
    return true;
  }

  #accept(entry: Entry, isGood: boolean, row: Float32Array): void {
    const { word, bad, count } = entry;
    const place = this.#place;
    if (!isGood) this.#intake.note('not-a-number', () => ({ ...place(), word, found: oddOf(row) }));
    if (bad) this.#intake.note('bad-utf8', () => ({ ...place(), word, found: bad }));
    if (!isGood || !this.#intake.wants(word, place)) return;
    entry.index = this.#added;
    this.#added += 1;
    this.#intake.add(word, row, place, count);
  }

  *#readNgrams(header: FasttextHeader, use: NgramUse, buckets: number): Parsing<boolean> {
    const { dimensions, maxN } = header;
    const wanted = { bytes: 4 * dimensions };
    const row = new Float32Array(dimensions);
    const addTo = this.#adder(row);
    const parts = maxN > 0 && buckets > 0 ? this.#partsOf(dimensions, buckets) : null;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const bytes = yield wanted;
      if (bytes.length < wanted.bytes) return this.#damaged('truncated');
      if (!this.#decode(bytes, row) || !canBeSummed(row)) return this.#damaged('n-grams', bucket);
      parts?.push(row);
      use.eachUser(bucket, addTo);
    }
    if (parts) this.subwords = createSubwords(parts, dimensions, header);
    return true;
  }

  /** Adds what is in `row` to the row of an entry. */
  #adder(row: Float32Array): (entry: number) => void {
    const sums = this.#intake.sums();
    return (entry) => {
      const index = this.#entries[entry]?.index ?? -1;
      const from = index * row.length;
      if (index >= 0) for (let j = 0; j < row.length; j++) sums[from + j]! += row[j]!;
    };
  }

  #partsOf(dimensions: number, rows: number): PartRows | null {
    const most = this.#most();
    if (rowBytes(dimensions, 'float32') * rows <= most) return createPartRows(dimensions, 'float32');
    return rowBytes(dimensions, 'int8') * rows <= most ? createPartRows(dimensions, 'int8') : null;
  }

  #average(dimensions: number): void {
    const sums = this.#intake.sums();
    for (const { index, ngrams } of this.#entries) {
      const end = (index + 1) * dimensions;
      for (let i = index < 0 ? end : end - dimensions; i < end; i++) sums[i]! /= 1 + ngrams;
    }
    this.#intake.settle();
  }
}

const oddOf = (row: Float32Array): string => String(row.find((value) => !(Math.abs(value) <= MOST)) ?? '');

function canBeSummed(row: Float32Array): boolean {
  for (let j = 0; j < row.length; j++) if (Math.abs(row[j]!) > MOST) return false;
  return true;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

import { createLineCutter } from './lines.ts';
import { parseRow } from './parse-number.ts';
import type { FlawCode, ReadEnd, ReadFault, ReadPlace, VectorIntake, VectorReader } from './reader.ts';
import type { TextPlan } from './text-plan.ts';
import { looseRow } from './text-row.ts';
import { createWordDecoder, MOST_WORD_BYTES } from './word-bytes.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const MARK = '\ufeff';
/** Longest line: 2^16 numbers of 60 characters. */
const LONGEST_LINE = 1 << 22;
/** Lines without a single row among them that are enough to say that there will be none. */
const HOPELESS = 2000;

/**
 * Text in UTF-8: a line for each word with its d numbers behind it, behind a header or not; or numbers alone, whose words are
 * `names` in that order.
 */
export function createTextReader(
  plan: TextPlan,
  intake: VectorIntake,
  names: readonly string[] | null = null,
): VectorReader {
  return new TextRows(plan, intake, names);
}

class TextRows implements VectorReader {
  readonly #plan: TextPlan;
  readonly #intake: VectorIntake;
  readonly #names: readonly string[] | null;
  readonly #lines = createLineCutter((bytes, start, end) => this.#take(bytes, start, end), LONGEST_LINE);
  readonly #words = createWordDecoder();
  readonly #lossy = new TextDecoder('utf-8');
  readonly #row: Float32Array;
  #line = 0;
  /** Lines that are not blank, and those of them that are rows without fault. */
  #rows = 0;
  #good = 0;
  /** The line at hand has no line feed. */
  #isOpen = false;
  #fault: ReadFault | null = null;
  readonly #place = (): ReadPlace => ({ line: this.#line });

  constructor(plan: TextPlan, intake: VectorIntake, names: readonly string[] | null) {
    this.#plan = plan;
    this.#intake = intake;
    this.#names = names;
    this.#row = new Float32Array(plan.dimensions);
    const { header, dimensions, width } = plan;
    intake.begin({ dimensions, claimed: header?.rows ?? null, width });
    if (header) this.#compare(header.dimensions, dimensions);
  }

  push(piece: Uint8Array): boolean {
    if (this.#fault) return false;
    const isGoing = this.#lines.push(piece) && !this.#intake.isFull;
    if (this.#lines.isEndless) this.#refuse();
    return isGoing;
  }

  end(whole: boolean): ReadEnd {
    const { header } = this.#plan;
    if (whole) {
      this.#isOpen = true;
      this.#lines.end();
      if (header) this.#compare(header.rows, this.#rows);
    }
    const nothing: ReadFault = { code: 'no-rows', place: { line: Math.max(1, this.#line) } };
    if (this.#good === 0) this.#fault ??= nothing;
    return { fault: this.#fault, isUsable: true, rows: whole ? this.#rows : (header?.rows ?? null) };
  }

  /** What the header says, and what there is. */
  #compare(said: number, found: number): void {
    if (said === found) return;
    this.#intake.note('header-lies', () => ({ line: 1, expected: String(said), found: String(found) }));
  }

  #refuse(): void {
    this.#fault = { code: 'not-vectors', place: { line: Math.max(1, this.#line) }, kind: null };
  }

  #take(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    while (at < end) {
      if (this.#intake.isFull) return false;
      this.#line += 1;
      const isHeader = this.#line === 1 && this.#plan.header !== null;
      at = isHeader ? lineEnd(bytes, at) + 1 : this.#readLine(bytes, at);
    }
    if (this.#good > 0 || this.#line < HOPELESS) return true;
    this.#refuse();
    return false;
  }

  /** Returns where the next line begins. */
  #readLine(bytes: Uint8Array, start: number): number {
    const wordEnd = this.#names ? start : blankFrom(bytes, start);
    if (wordEnd - start > MOST_WORD_BYTES) return this.#skipLong(bytes, start);
    const word = this.#names ? (this.#names[this.#rows] ?? '') : this.#wordOf(bytes, start, wordEnd);
    if (!this.#intake.mayWant(word)) return this.#pass(bytes, wordEnd);
    const isNamed = this.#names ? bytes[start]! > SPACE : wordEnd > start;
    const end = isNamed ? parseRow(bytes, wordEnd, this.#row) : -1;
    if (end < 0) return this.#readLoose(bytes, start);
    this.#accept(word, this.#words.bad);
    return end + 1;
  }

  #wordOf(bytes: Uint8Array, from: number, to: number): string {
    const word = this.#words.decode(bytes, from, to);
    return this.#line === 1 && word.startsWith(MARK) ? word.slice(1) : word;
  }

  #accept(word: string, bad: string | null): void {
    this.#rows += 1;
    this.#good += 1;
    if (bad) this.#intake.note('bad-utf8', () => ({ ...this.#place(), word, found: bad }));
    if (word === '') this.#intake.note('empty-word', this.#place);
    else if (this.#intake.wants(word, this.#place)) this.#intake.add(word, this.#row, this.#place);
  }

  /** A whole line that nobody wants, unread. */
  #pass(bytes: Uint8Array, from: number): number {
    this.#rows += 1;
    this.#good += 1;
    return lineEnd(bytes, from) + 1;
  }

  #skipLong(bytes: Uint8Array, start: number): number {
    this.#rows += 1;
    const word = this.#lossy.decode(bytes.subarray(start, start + 40));
    this.#intake.note('too-long-word', () => ({ ...this.#place(), word }));
    return lineEnd(bytes, start) + 1;
  }

  #readLoose(bytes: Uint8Array, start: number): number {
    const end = lineEnd(bytes, start);
    const line = this.#lossy.decode(bytes.subarray(start, end));
    if (line.trim() === '') return end + 1;
    const loose = looseRow(line, this.#plan.dimensions, this.#names !== null);
    if ('flaw' in loose) this.#reject(loose);
    else if (loose.word.length > MOST_WORD_BYTES) return this.#skipLong(bytes, start);
    else {
      this.#row.set(loose.numbers);
      const name = this.#names?.[this.#rows];
      this.#accept(name ?? loose.word, loose.word.includes('\ufffd') ? 'unknown' : null);
    }
    return end + 1;
  }

  #reject({
    flaw,
    word,
    found,
    expected,
  }: {
    flaw: FlawCode;
    word: string;
    found: string;
    expected: string;
  }): void {
    this.#rows += 1;
    // The last line, without an end to it and too short: the file was cut off there.
    const isCut = this.#isOpen && flaw === 'ragged-row' && Number(found) < Number(expected);
    this.#intake.note(isCut ? 'truncated' : flaw, () => ({ ...this.#place(), word, found, expected }));
  }
}

function blankFrom(bytes: Uint8Array, at: number): number {
  while (bytes[at]! > SPACE) at++;
  return at;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  return bytes.indexOf(LINE_FEED, from);
}

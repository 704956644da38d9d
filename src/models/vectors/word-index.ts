import { editDistance } from './edit-distance.ts';
import { fold } from './fold.ts';
import type { Found } from './questions.ts';

/** Finds words by what somebody types of them. */
export interface WordIndex {
  /**
   * At most `most` words: equal, then beginning with it, then nearly equal (by the number of edits), then with it inside; the more
   * frequent ones, those that come first, before others. Case, accents and width do not count.
   */
  find(text: string, most: number): readonly Found[];
}

/**
 * An index over words that may still come to the end. Beside the words it keeps five bytes for each: which of 32 classes its characters
 * are of, and its length. One pass over these leaves few words to compare.
 */
export function createWordIndex(words: readonly string[], count: () => number): WordIndex {
  const marks = createMarks();
  return {
    find(text, most) {
      const query = fold(text.trim());
      for (let end = count(); marks.count < end; ) marks.add(words[marks.count] ?? '');
      if (query === '' || most <= 0) return [];
      const finder = { words, marks, query, most, found: new Map<number, Found>() };
      findEqual(finder, text.trim());
      findWhere(finder, 'prefix', (word) => word.startsWith(query));
      findNear(finder);
      if (isWorthLookingInside(query)) findWhere(finder, 'inside', (word) => word.includes(query));
      return [...finder.found.values()];
    },
  };
}

interface Finder {
  readonly words: readonly string[];
  readonly marks: Marks;
  /** Folded. */
  readonly query: string;
  readonly most: number;
  readonly found: Map<number, Found>;
}

/** Bit c: there is a character of class c. */
function classesOf(folded: string): number {
  let bits = 0;
  for (let i = 0; i < folded.length; i++) bits |= 1 << (folded.charCodeAt(i) & 31);
  return bits;
}

const LONGEST = 127;
const lengthOf = (folded: string) => Math.min(LONGEST, folded.length);
/** With the length: the word is folded as it is. */
const PLAIN = 128;

type Marks = ReturnType<typeof createMarks>;

function createMarks() {
  let classes = new Int32Array(0);
  let lengths = new Uint8Array(0);
  let count = 0;
  const grow = () => {
    const room = Math.ceil(count * 1.25) + 1024;
    const [oldClasses, oldLengths] = [classes, lengths];
    classes = new Int32Array(room);
    lengths = new Uint8Array(room);
    classes.set(oldClasses);
    lengths.set(oldLengths);
  };
  return {
    get classes() {
      return classes;
    },
    get lengths() {
      return lengths;
    },
    get count() {
      return count;
    },
    add(word: string) {
      if (count === classes.length) grow();
      const folded = fold(word);
      classes[count] = classesOf(folded);
      lengths[count] = lengthOf(folded) | (folded === word ? PLAIN : 0);
      count += 1;
    },
  };
}

/** Word `index`, folded. */
function folded({ words, marks }: Finder, index: number): string {
  const word = words[index] ?? '';
  return marks.lengths[index]! & PLAIN ? word : fold(word);
}

function add({ words, found }: Finder, index: number, how: Found['how']): void {
  const word = words[index];
  if (word !== undefined && !found.has(index)) found.set(index, { word, index, how });
}

/** The one that is written so comes first. */
function findEqual(finder: Finder, text: string): void {
  const { words, marks, query, most } = finder;
  const { classes, lengths, count } = marks;
  const [bits, length] = [classesOf(query), lengthOf(query)];
  const equal: number[] = [];
  for (let i = 0; i < count; i++) {
    if (classes[i] !== bits || (lengths[i]! & LONGEST) !== length) continue;
    if (folded(finder, i) === query) equal.push(i);
  }
  equal.sort((i, j) => Number(words[j] === text) - Number(words[i] === text) || i - j);
  for (const index of equal.slice(0, most)) add(finder, index, 'equal');
}

/** Words that have all of the query's characters, and are right. */
function findWhere(finder: Finder, how: Found['how'], isRight: (word: string) => boolean): void {
  const { marks, query, most, found } = finder;
  const { classes, lengths, count } = marks;
  const [bits, length] = [classesOf(query), lengthOf(query)];
  for (let i = 0; i < count && found.size < most; i++) {
    if ((bits & ~classes[i]!) !== 0 || (lengths[i]! & LONGEST) < length) continue;
    if (isRight(folded(finder, i))) add(finder, i, how);
  }
}

/** How many edits are a slip: none in a word that one edit makes another word. */
function editsAllowed(query: string): number {
  if (query.length < 3) return 0;
  return query.length < 6 ? 1 : 2;
}

function findNear(finder: Finder): void {
  const { query, most, found } = finder;
  const limit = editsAllowed(query);
  if (found.size >= most || limit === 0) return;
  const byEdits = Array.from({ length: limit }, (): number[] => []);
  eachSimilar(finder, limit, (index) => {
    if (found.has(index)) return;
    const edits = editDistance(query, folded(finder, index), limit);
    byEdits[edits - 1]?.push(index);
  });
  for (const index of byEdits.flat().slice(0, most - found.size)) add(finder, index, 'near');
}

/** Words that are about as long, and lack at most `limit` of the query's classes, nor have so many more: all that so many edits can do. */
function eachSimilar({ marks, query }: Finder, limit: number, take: (index: number) => void): void {
  const { classes, lengths, count } = marks;
  const [bits, length] = [classesOf(query), lengthOf(query)];
  for (let i = 0; i < count; i++) {
    const longer = (lengths[i]! & LONGEST) - length;
    if (longer > limit || longer < -limit) continue;
    const other = classes[i]!;
    if (ones(bits & ~other) <= limit && ones(other & ~bits) <= limit) take(i);
  }
}

/** How many bits are set. */
function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Scripts that write words without spaces: a word is looked for by any character of it. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

function isWorthLookingInside(query: string): boolean {
  return query.length >= 3 || DENSE.test(query);
}

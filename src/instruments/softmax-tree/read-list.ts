/** Words and how often each occurs, in the order of the list. */
export interface FrequencyList {
  readonly words: readonly string[];
  readonly counts: Float64Array;
}

/** What is wrong with a line (from 1). */
export type ListFault = { readonly line: number; readonly found: string } & (
  | { readonly code: 'fields'; readonly fields: number }
  | { readonly code: 'no-count' }
  | { readonly code: 'bad-count' }
  | { readonly code: 'no-word' }
  /** The word stands on an earlier line too. */
  | { readonly code: 'twice'; readonly first: number }
  /** The first line too many; later ones are not read. */
  | { readonly code: 'too-many'; readonly most: number }
);

export interface ReadList {
  /** What the lines without a fault say. */
  readonly list: FrequencyList;
  readonly faults: readonly ListFault[];
  /** Lines with something on them. */
  readonly lines: number;
}

/** Longest piece of a faulty line that is quoted. */
const QUOTED = 40;
const NUMBER = /^[+]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const HEADING = /count|freq|number|times|次数|频|数/iu;

type Fields = readonly [word: string, count: string];
type Cut = { readonly fields: Fields } | { readonly count: number };

/** A quoted word as spreadsheets write it, and what stands behind it. */
function quoted(line: string): Cut | null {
  const [all, word = '', count = ''] = /^"((?:[^"]|"")*)"\s*[,;\t]?\s*(.*)$/u.exec(line) ?? [];
  return all === undefined ? null : { fields: [word.replaceAll('""', '"'), count.trim()] };
}

/** Word and count of a line: parted by a tab, a comma, a semicolon, or the last space; or the count first, as `uniq -c` writes. */
function cut(line: string): Cut {
  const whole = quoted(line);
  if (whole) return whole;
  const mark = ['\t', ';', ',', '，', '；'].find((each) => line.includes(each));
  const parts = mark === undefined ? spaced(line) : line.split(mark).map((part) => part.trim());
  const [first = '', second = ''] = parts;
  if (parts.length !== 2) return parts.length < 2 ? { fields: [line, ''] } : { count: parts.length };
  return { fields: NUMBER.test(first) && !NUMBER.test(second) ? [second, first] : [first, second] };
}

function spaced(line: string): readonly string[] {
  const [, word, count] = /^(.*\S)\s+(\S+)$/u.exec(line) ?? [];
  if (word === undefined || count === undefined) return [line];
  const [, before, rest] = /^(\S+)\s+(.*)$/u.exec(line) ?? [];
  return !NUMBER.test(count) && NUMBER.test(before ?? '') ? [rest ?? '', before ?? ''] : [word, count];
}

type Line = { readonly word: string; readonly count: number } | Omit<ListFault, 'line' | 'found'>;

function readLine(line: string): Line {
  const found = cut(line);
  if ('count' in found) return { code: 'fields', fields: found.count } as Line;
  const [word, typed] = found.fields;
  if (typed === '') return NUMBER.test(word) ? { code: 'no-word' } : { code: 'no-count' };
  if (word === '') return { code: 'no-word' };
  const count = NUMBER.test(typed) ? Number(typed) : Number.NaN;
  return Number.isFinite(count) ? { word, count } : { code: 'bad-count' };
}

/** The lines of a text, one after the other: a long one is not cut up whole. */
function* linesOf(text: string): Generator<readonly [index: number, line: string]> {
  const end = /\r\n|\r|\n/gu;
  for (let [index, start] = [0, 0]; start <= text.length; index++) {
    const found = end.exec(text);
    yield [
      index,
      text
        .slice(start, found?.index ?? text.length)
        .replace(/^\ufeff/u, '')
        .trim(),
    ];
    if (!found) return;
    start = end.lastIndex;
  }
}

const isHeading = (line: string, index: number): boolean =>
  index === 0 && HEADING.test(line) && !/\d/u.test(line);

/**
 * Reads a list of words and counts, a pair a line; empty lines and a heading over the columns are passed over. Never throws: lines
 * that cannot be read are named, and so is the first line after the `most` that are kept.
 */
export function readList(text: string, most: number): ReadList {
  const firsts = new Map<string, number>();
  const counts: number[] = [];
  const faults: ListFault[] = [];
  let lines = 0;
  for (const [index, line] of linesOf(text)) {
    if (line === '' || isHeading(line, index)) continue;
    const fault = (rest: object) =>
      faults.push({ line: index + 1, found: line.slice(0, QUOTED), ...rest } as ListFault);
    lines++;
    if (counts.length === most) {
      fault({ code: 'too-many', most });
      break;
    }
    const read = readLine(line);
    if (!('word' in read)) fault(read);
    else if (firsts.has(read.word)) fault({ code: 'twice', first: firsts.get(read.word) });
    else {
      firsts.set(read.word, index + 1);
      counts.push(read.count);
    }
  }
  return { list: { words: [...firsts.keys()], counts: Float64Array.from(counts) }, faults, lines };
}

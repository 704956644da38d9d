import { estimateTextWidth } from './textWidth.ts';
import { columnsEnd, type WordColumn, wordColumns } from './wordColumns.ts';

/** Sizes of one tag's bar, px. */
export const TAG_BAR = { width: 38, height: 38 } as const;
const START = 10;
const WORD_SIZE = 17;
/** Columns are as wide as there is room for, within these; a long word makes its own wider. */
const LEAST = 62;
const ROOMY = 112;
const MOST = 130;
/** Heights of a group's parts: its words; of a row: its name, its bars, their numbers. */
const WORDS = 40;
const LABEL = 22;
const VALUE = 20;
const GAP = 10;
const BETWEEN_GROUPS = 18;
/** Room above the first group for the step numbers. */
const TOP = 26;
const FOOTER_LINE = 42;

export interface TagRowPlace {
  /** Baseline of its name. */
  readonly label: number;
  /** Top of its bars. */
  readonly bar: number;
  /** Baseline of the numbers. */
  readonly value: number;
}

export interface TagGroupPlace {
  /** Baseline of the words. */
  readonly words: number;
  readonly columns: readonly WordColumn[];
  readonly rows: readonly TagRowPlace[];
}

export interface TagChartLayout {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  /** Where each column stands, whichever sentence has a word there. */
  readonly columns: readonly WordColumn[];
  readonly groups: readonly TagGroupPlace[];
  /** Baselines of the names of the lines under everything; each line's numbers are 19 px below. */
  readonly footer: readonly number[];
}

/** The longest word that any sentence has at each position. */
function widestWords(sentences: readonly (readonly string[])[]): readonly string[] {
  const length = Math.max(0, ...sentences.map((words) => words.length));
  return Array.from({ length }, (_, t) =>
    sentences
      .map((words) => words[t] ?? '')
      .reduce((a, b) => (estimateTextWidth(b, WORD_SIZE) > estimateTextWidth(a, WORD_SIZE) ? b : a), ''),
  );
}

/** The widest columns that fit into the room together; where none do, the narrowest. */
function leastWidth(words: readonly string[], room: number): number {
  let least = ROOMY;
  const options = { most: MOST, fontSize: WORD_SIZE, start: START };
  while (least > LEAST && columnsEnd(wordColumns(words, { ...options, least }), START) + START > room)
    least--;
  return least;
}

function rowPlaces(rows: number, top: number): readonly TagRowPlace[] {
  const height = LABEL + TAG_BAR.height + VALUE + GAP;
  return Array.from({ length: rows }, (_, row) => {
    const y = top + row * height;
    return { label: y + 14, bar: y + LABEL, value: y + LABEL + TAG_BAR.height + 15 };
  });
}

/**
 * Sentences one above the other, their words in common columns so that what stands at the same step can be compared; under
 * each sentence so many rows of bars, and under everything so many lines of numbers. `room` is the width that there is.
 */
export function layoutTagChart(
  sentences: readonly (readonly string[])[],
  rows: readonly number[],
  footerLines: number,
  room: number,
): TagChartLayout {
  const widest = widestWords(sentences);
  const options = { least: leastWidth(widest, room), most: MOST, fontSize: WORD_SIZE, start: START };
  const columns = wordColumns(widest, options);
  let y = TOP;
  const groups = sentences.map((words, g): TagGroupPlace => {
    const places = rowPlaces(rows[g] ?? 0, y + WORDS);
    const own = words.map((word, t) => {
      const column = columns[t] ?? { left: START, width: LEAST, x: START };
      const fitted = wordColumns([word], { ...options, least: column.width, most: column.width });
      return { ...column, text: fitted[0]?.text ?? word };
    });
    const group = { words: y + 24, columns: own, rows: places };
    const last = places.at(-1);
    y = (last ? last.value + GAP : y + WORDS) + BETWEEN_GROUPS;
    return group;
  });
  const footer = Array.from({ length: footerLines }, (_, line) => y + 10 + line * FOOTER_LINE);
  const height = footerLines > 0 ? y + footerLines * FOOTER_LINE : y - BETWEEN_GROUPS + GAP;
  return { width: columnsEnd(columns, START) + START, height, start: START, columns, groups, footer };
}

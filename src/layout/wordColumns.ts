import { estimateTextWidth, fitText } from './textWidth.ts';

/** One word's column in a drawing with a column a word. */
export interface WordColumn {
  readonly left: number;
  readonly width: number;
  /** Its middle. */
  readonly x: number;
  /** The word, shortened where it would be wider than the column may be. */
  readonly text: string;
}

export interface WordColumnOptions {
  readonly least: number;
  readonly most: number;
  readonly fontSize: number;
  /** Where the first column begins. */
  readonly start: number;
}

/** Room left and right of a word together. */
const PADDING = 14;

/** Columns side by side, each as wide as its word needs within [least, most] px. */
export function wordColumns(words: readonly string[], options: WordColumnOptions): readonly WordColumn[] {
  const { least, most, fontSize } = options;
  let left = options.start;
  return words.map((word) => {
    const wanted = estimateTextWidth(word, fontSize) + PADDING;
    const width = Math.round(Math.min(most, Math.max(least, wanted)));
    const column = { left, width, x: left + width / 2, text: fitText(word, fontSize, width - PADDING + 2) };
    left += width;
    return column;
  });
}

/** Where the last column ends. */
export const columnsEnd = (columns: readonly WordColumn[], start: number): number => {
  const last = columns.at(-1);
  return last ? last.left + last.width : start;
};

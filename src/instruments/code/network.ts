import { outputWidth, type StackSpec } from '../../models/cells/stack.ts';

/** The network that code is written for. */
export interface CodeNetwork {
  readonly stack: StackSpec;
  /** Number of classes of the linear read-out on top; null: there is none. */
  readonly classes: number | null;
}

/** Lines of code. */
export type Lines = readonly string[];

/** Lines one level further in. */
export function indent(lines: Lines, by: string): Lines {
  return lines.map((line) => (line === '' ? line : by + line));
}

/** Width of each layer's input, lowest first. */
export function inputWidths(stack: StackSpec): readonly number[] {
  return Array.from({ length: stack.layers }, (_, layer) =>
    layer === 0 ? stack.inputs : outputWidth(stack),
  );
}

/** Columns of a comment, after which a new line begins. */
const COMMENT_WIDTH = 88;
/** Characters as wide as two, and closing punctuation, which begins no line. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;
const PIECE =
  /[^\s\u2e80-\u9fff\uff00-\uffef]+[，。；：、）”]?|[\u2e80-\u9fff\uff00-\uffef][，。；：、）”]?|\s+/gu;

const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (WIDE.test(each) ? 2 : 1), 0);

/** Text on one line, whatever it is: line ends and invisible characters are written out. */
export function commentText(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 10 ? '\\n' : `\\u{${code.toString(16)}}`;
  });
}

/** Sentences as lines of comment behind `mark`, broken where a line gets long; Chinese between any two characters. */
export function commentLines(sentences: readonly string[], mark: '#' | '//'): Lines {
  return sentences.flatMap((sentence) => {
    const lines = [''];
    for (const piece of commentText(sentence).match(PIECE) ?? []) {
      const line = lines.at(-1) ?? '';
      if (line !== '' && widthOf(line + piece) > COMMENT_WIDTH) lines.push(piece.trimStart());
      else lines[lines.length - 1] = line + piece;
    }
    return lines.map((line) => `${mark} ${line.trimEnd()}`);
  });
}

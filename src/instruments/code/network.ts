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

/** A comment of one line, whatever the text: line ends and invisible characters are written out. */
export function commentText(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 10 ? '\\n' : `\\u{${code.toString(16)}}`;
  });
}

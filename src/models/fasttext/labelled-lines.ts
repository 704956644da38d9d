/** What a word begins with that is a label (Joulin et al. 2017; the format of fastText's classifier). */
export const LABEL_PREFIX = '__label__';

/** One text with its labels. */
export interface LabelledLine {
  /** Counted from 1. */
  readonly line: number;
  /** Without their prefix, in order, each once. */
  readonly labels: readonly string[];
  /** Everything else, single spaces between. */
  readonly text: string;
}

/** A line that nothing can be learnt from. */
export interface LineFault {
  readonly line: number;
  /** No word begins with the prefix; the prefix without a name behind it; labels but no words. */
  readonly code: 'no-label' | 'empty-label' | 'no-text';
  /** Beginning of the line. */
  readonly found: string;
}

const SHOWN = 40;
const SPACE = /\s+/u;

/**
 * A line of fastText's format: its labels stand anywhere among its words, as they may in fastText. Blank lines are neither text
 * nor fault: null.
 */
export function readLabelledLine(source: string, line: number): LabelledLine | LineFault | null {
  const words = source.trim().split(SPACE);
  if (words[0] === '') return null;
  const labels = words.filter((word) => word.startsWith(LABEL_PREFIX));
  const text = words.filter((word) => !word.startsWith(LABEL_PREFIX)).join(' ');
  const fault = (code: LineFault['code']) => ({ line, code, found: source.trim().slice(0, SHOWN) });
  if (labels.length === 0) return fault('no-label');
  if (labels.includes(LABEL_PREFIX)) return fault('empty-label');
  if (text === '') return fault('no-text');
  return { line, labels: [...new Set(labels.map((label) => label.slice(LABEL_PREFIX.length)))], text };
}

export const isFault = (found: LabelledLine | LineFault): found is LineFault => 'code' in found;

/** The lines of a text that can be learnt from, and what is wrong with the others. */
export function readLabelledLines(text: string): {
  readonly lines: readonly LabelledLine[];
  readonly faults: readonly LineFault[];
} {
  const [lines, faults]: [LabelledLine[], LineFault[]] = [[], []];
  text.split(/\r\n?|\n/).forEach((source, i) => {
    const found = readLabelledLine(source, i + 1);
    if (found === null) return;
    if (isFault(found)) faults.push(found);
    else lines.push(found);
  });
  return { lines, faults };
}

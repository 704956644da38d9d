import type { FlawCode } from './reader.ts';
import { fieldsOf, isDecimal, isNumeric } from './text-plan.ts';

/** A line that is not a word without spaces and then d numbers. */
export type LooseRow =
  | { readonly word: string; readonly numbers: readonly number[] }
  | { readonly flaw: FlawCode; readonly word: string; readonly found: string; readonly expected: string };

const MOST_SHOWN = 40;

/**
 * A line that the fast way would not take. A word may have spaces: then the last d fields are its numbers, and the field before
 * them is none, for else it would be a number too many (GloVe's 840B has such words). `isBare`: there is no word in the line.
 */
export function looseRow(line: string, dimensions: number, isBare: boolean): LooseRow {
  const fields = fieldsOf(line);
  if (isBare) return numbersOf('', fields, dimensions);
  const isNameless = /^[ \t]/.test(line) && fields.length === dimensions && fields.every(isNumeric);
  if (isNameless) return { flaw: 'empty-word', word: '', found: '', expected: '' };
  const words = Math.max(1, fields.length - dimensions);
  const isExtra = words > 1 && isNumeric(fields[words - 1] ?? '');
  const cut = isExtra ? 1 : words;
  return numbersOf(fields.slice(0, cut).join(' '), fields.slice(cut), dimensions);
}

function numbersOf(whole: string, numbers: readonly string[], dimensions: number): LooseRow {
  const word = whole.slice(0, MOST_SHOWN);
  const expected = String(dimensions);
  if (numbers.length !== dimensions)
    return { flaw: 'ragged-row', word, found: String(numbers.length), expected };
  const bad = numbers.find((field) => !isDecimal(field) || !Number.isFinite(Math.fround(Number(field))));
  if (bad !== undefined) return { flaw: 'not-a-number', word, found: bad.slice(0, MOST_SHOWN), expected: '' };
  return { word: whole, numbers: numbers.map(Number) };
}

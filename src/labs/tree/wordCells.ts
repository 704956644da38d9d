import { significant } from '../../instruments/ngrams/format.ts';

/** Digits of a share, and longest code that is written out. */
const DIGITS = 4;
const MOST_CODE = 40;

/** A row of `treeRows` as it stands in a table: shares rounded, codes in letters, long ones cut. */
export function wordCells(row: readonly (string | number)[]): readonly string[] {
  return row.map((cell) => {
    if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : significant(cell, DIGITS);
    return cell.length > MOST_CODE && /^[01]+$/.test(cell) ? `${cell.slice(0, MOST_CODE)}…` : cell;
  });
}

/** Longer words are not compared: nobody mistypes them. */
const MOST = 64;

/**
 * How many single characters have to be inserted, left out, replaced or swapped with the next one to make one word of the other, no
 * place edited twice ("optimal string alignment", Damerau 1964); `limit` + 1 when it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit || a.length > MOST || b.length > MOST)
    return a === b ? 0 : beyond;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, before, last, row) > limit) return beyond;
    [before, last, row] = [last, row, before];
  }
  return Math.min(beyond, last[b.length] ?? beyond);
}

const newRow = () => new Uint8Array(MOST + 1);
/** D(i − 2, ·), D(i − 1, ·), D(i, ·). */
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [newRow(), newRow(), newRow()];

/** D(i, j) for all j. Returns the least of them. */
function fillRow(
  a: string,
  b: string,
  i: number,
  before: Uint8Array,
  last: Uint8Array,
  row: Uint8Array,
): number {
  row[0] = i;
  let least = i;
  const letter = a.charCodeAt(i - 1);
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
    const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
    if (swapped) distance = Math.min(distance, before[j - 2]! + 1);
    row[j] = distance;
    least = Math.min(least, distance);
  }
  return least;
}

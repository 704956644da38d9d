/** A probability in a box: whole percents, and never 100 or 0 for what is not quite. */
export function percentOf(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return '>99 %';
  if (rounded === 0 && share > 0) return '<1 %';
  return `${rounded} %`;
}

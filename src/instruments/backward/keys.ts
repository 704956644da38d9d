/** Where a key leads in a list of `last` equations, counted from 1; null: the key is not ours. */
export function keyTarget(key: string, at: number, last: number): number | null {
  if (key === 'ArrowUp' || key === 'ArrowLeft') return Math.max(1, at - 1);
  if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(last, at + 1);
  if (key === 'Home') return 1;
  return key === 'End' ? last : null;
}

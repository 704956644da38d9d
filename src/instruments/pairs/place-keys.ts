/** Where a key leads among `count` places, counted from 1; null: the key is not ours. */
export function keyTarget(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(1, at - 1);
    case 'ArrowRight':
      return Math.min(count, at + 1);
    case 'Home':
      return 1;
    case 'End':
      return count;
    default:
      return null;
  }
}

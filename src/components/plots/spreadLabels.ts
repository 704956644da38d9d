/**
 * Heights for labels that want to stand at `wanted`, at least `gap` apart and within the bounds as long as they fit.
 * Their order is kept.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed: number[] = [];
  order.forEach((index, rank) => {
    const before = rank === 0 ? low : (placed[rank - 1] ?? low) + gap;
    placed.push(Math.max(before, wanted[index] ?? 0));
  });
  for (let rank = placed.length - 1; rank >= 0; rank--) {
    const after = rank === placed.length - 1 ? high : (placed[rank + 1] ?? high) - gap;
    placed[rank] = Math.min(placed[rank] ?? 0, after);
  }
  return wanted.map((_, index) => placed[order.indexOf(index)] ?? 0);
}

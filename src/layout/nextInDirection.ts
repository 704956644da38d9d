export const ARROW_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
export type ArrowKey = (typeof ARROW_KEYS)[number];

export const isArrowKey = (key: string): key is ArrowKey => ARROW_KEYS.some((each) => each === key);

/**
 * The point that lies next in an arrow's direction, what is aside counting twice; `from` where there is none.
 * @param points (n, 2) px, y downwards
 * @param among indices that may be gone to; all when absent
 */
export function nextInDirection(
  points: Float64Array | Float32Array,
  from: number,
  key: ArrowKey,
  among: readonly number[] | null = null,
): number {
  const axis = key === 'ArrowLeft' || key === 'ArrowRight' ? 0 : 1;
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const count = among?.length ?? points.length / 2;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (let at = 0; at < count; at++) {
    const i = among?.[at] ?? at;
    const ahead = sign * (points[2 * i + axis]! - points[2 * from + axis]!);
    const aside = Math.abs(points[2 * i + 1 - axis]! - points[2 * from + 1 - axis]!);
    if (i === from || ahead <= 0 || ahead + 2 * aside >= least) continue;
    [best, least] = [i, ahead + 2 * aside];
  }
  return best;
}

export interface TrailPoint {
  readonly x: number;
  readonly y: number;
}

/** Far enough off any drawing that a line to it leaves in the right direction, near enough for every renderer. */
const FAR = 20_000;

const near = (value: number): number => Math.max(-FAR, Math.min(FAR, value));

/** A path through points in px, up to the first that is no number; what is far away or infinite is drawn towards. */
export function trailPath(points: readonly TrailPoint[]): string {
  const lost = points.findIndex(({ x, y }) => Number.isNaN(x) || Number.isNaN(y));
  const drawn = lost < 0 ? points : points.slice(0, lost);
  return drawn
    .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${near(x).toFixed(1)} ${near(y).toFixed(1)}`)
    .join('');
}

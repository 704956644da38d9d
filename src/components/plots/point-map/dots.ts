import { type DotStamp, dotStamp } from './splat.ts';
import type { MapPoints } from './types.ts';

/** Steps of depth that are told apart in a map of three dimensions. */
const DEPTHS = 5;
const FAINT = 0.16;

/** Half a dot, px: smaller the more there are, larger the closer one looks. */
export function dotRadius(count: number, zoom: number): number {
  const whole = Math.max(0.85, Math.min(3, 4.2 - 0.72 * Math.log10(Math.max(1, count))));
  return Math.min(4, whole * Math.max(1, zoom) ** 0.18);
}

/** Where thousands lie over one another, each is fainter, or density could not be seen. */
const dotOpacity = (count: number): number =>
  Math.max(0.42, Math.min(0.85, 1.3 - 0.19 * Math.log10(Math.max(1, count))));

/** How dots of one level are drawn: radius in px. */
export interface DotLook {
  readonly radius: number;
  readonly opacity: number;
}

/** Looks by level: level 0 is for faint points; near ones of a map of three dimensions are larger and stronger. */
export function dotLooks(points: MapPoints, zoom: number): readonly DotLook[] {
  const radius = dotRadius(points.count, zoom);
  const opacity = dotOpacity(points.count);
  const faint = { radius, opacity: FAINT };
  if (points.dimensions < 3) return [faint, { radius, opacity }];
  const deep = Array.from({ length: DEPTHS }, (_, level) => {
    const share = level / (DEPTHS - 1);
    return { radius: radius * (0.75 + 0.55 * share), opacity: Math.min(1, opacity * (0.4 + 0.75 * share)) };
  });
  return [faint, ...deep];
}

/** The looks as stamps for an image of `ratio` pixels a px. */
export const dotStamps = (points: MapPoints, zoom: number, ratio: number): readonly DotStamp[] =>
  dotLooks(points, zoom).map(({ radius, opacity }) => stampOf(radius * ratio, opacity));

const known = new Map<string, DotStamp>();

/** Tenths of a pixel and hundredths of opacity are as good as exact, and most frames need those of the frame before. */
function stampOf(radius: number, opacity: number): DotStamp {
  const key = `${radius.toFixed(1)} ${opacity.toFixed(2)}`;
  let stamp = known.get(key);
  if (!stamp) {
    if (known.size > 400) known.clear();
    stamp = dotStamp(Number(radius.toFixed(1)), Number(opacity.toFixed(2)));
    known.set(key, stamp);
  }
  return stamp;
}

/** Which stamp each point is drawn with; null: all with the last one. */
export function dotLevels(
  count: number,
  depth: Float32Array | null,
  faint: Uint8Array | null,
  into: Uint8Array,
): Uint8Array | null {
  if (!depth && !faint) return null;
  for (let i = 0; i < count; i++) {
    const near = depth ? Math.round(((depth[i]! + 1) / 2) * (DEPTHS - 1)) : 0;
    into[i] = faint && faint[i] !== 0 ? 0 : 1 + Math.max(0, Math.min(DEPTHS - 1, near));
  }
  return into;
}

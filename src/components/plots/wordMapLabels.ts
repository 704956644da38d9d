import { estimateTextWidth } from '../../layout/textWidth.ts';

export interface LabelBox {
  /** Left end and baseline of the text. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface LabelFrame {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** From a point to its label (px), and half a point's own size. */
const GAP = 6;
const POINT = 4;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxOf({ x, y, width }: LabelBox, fontSize: number): Box {
  return { left: x - 1, right: x + width + 1, top: y - 0.82 * fontSize, bottom: y + 0.28 * fontSize };
}

/** Where a label may stand: to the right, to the left, above, below, and at the corners. */
function placesOf(x: number, y: number, width: number, fontSize: number): readonly LabelBox[] {
  const middle = y + 0.35 * fontSize;
  const [above, below] = [y - GAP - 1, y + GAP + 0.8 * fontSize];
  const [right, left, centre] = [x + GAP, x - GAP - width, x - width / 2];
  return [
    [right, middle],
    [left, middle],
    [centre, above],
    [centre, below],
    [right, above],
    [right, below],
    [left, above],
    [left, below],
  ].map(([at = 0, baseline = 0]) => ({ x: at, y: baseline, width }));
}

/**
 * Labels of points, so that none covers another or a point: the first in `order` choose first, and one that finds no room is
 * null. Those that are `always` shown stand where they cover least.
 * @param points (n, 2) in px
 */
export function placeLabels(
  texts: readonly string[],
  points: Float64Array,
  order: readonly number[],
  frame: LabelFrame & { readonly always: (index: number) => boolean },
): readonly (LabelBox | null)[] {
  const { width, height, fontSize, always } = frame;
  const taken: { readonly box: Box; readonly owner: number }[] = texts.map((_, i) => {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    return { box: { left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT }, owner: i };
  });
  const inside = ({ left, right, top, bottom }: Box) =>
    left >= 0 && right <= width && top >= 0 && bottom <= height;
  const labels: (LabelBox | null)[] = texts.map(() => null);
  for (const i of order) {
    const places = placesOf(
      points[2 * i]!,
      points[2 * i + 1]!,
      estimateTextWidth(texts[i] ?? '', fontSize),
      fontSize,
    ).filter((place) => inside(boxOf(place, fontSize)));
    const hits = (place: LabelBox) =>
      taken.filter(({ box, owner }) => owner !== i && overlap(box, boxOf(place, fontSize))).length;
    const best = places.find((place) => hits(place) === 0) ?? (always(i) ? leastOf(places, hits) : null);
    if (!best) continue;
    labels[i] = best;
    taken.push({ box: boxOf(best, fontSize), owner: i });
  }
  return labels;
}

function leastOf(places: readonly LabelBox[], hits: (place: LabelBox) => number): LabelBox | null {
  const counts = places.map(hits);
  return places[counts.indexOf(Math.min(...counts))] ?? null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const place = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(distance / length, 0.5);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Points without their repetitions: a corner of length zero has no direction. */
function distinct(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    return !before || Math.hypot(point.x - before.x, point.y - before.y) > 0.05;
  });
}

/** SVG path along the points, corners rounded. */
export function roundedPath(points: readonly Point[], radius = 5): string {
  const line = distinct(points);
  const [first] = line;
  if (!first) return '';
  const parts = [`M${place(first)}`];
  line.forEach((corner, index) => {
    const before = line[index - 1];
    const after = line[index + 1];
    if (!before) return;
    if (!after) parts.push(`L${place(corner)}`);
    else
      parts.push(
        `L${place(towards(corner, before, radius))}Q${place(corner)} ${place(towards(corner, after, radius))}`,
      );
  });
  return parts.join('');
}

/** Filled arrow head at the end of a line of points. */
export function arrowHead(points: readonly Point[], size = 6): string {
  const line = distinct(points);
  const tip = line.at(-1);
  const from = line.at(-2);
  if (!tip || !from) return '';
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const base = { x: tip.x - along.x * size, y: tip.y - along.y * size };
  const half = size * 0.5;
  const left = { x: base.x - along.y * half, y: base.y + along.x * half };
  const right = { x: base.x + along.y * half, y: base.y - along.x * half };
  return `M${place(tip)}L${place(left)}L${place(right)}Z`;
}

/** Points inside a closed outline, by how often a ray to the right crosses it (even–odd). */
export function pointsInside(
  screen: Float32Array,
  outline: readonly (readonly [number, number])[],
): readonly number[] {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const inside: number[] = [];
  for (let i = 0; i < screen.length / 2; i++) {
    const [x, y] = [screen[2 * i]!, screen[2 * i + 1]!];
    if (x >= left && x <= right && y >= top && y <= bottom && isInside(x, y, xs, ys)) inside.push(i);
  }
  return inside;
}

function isInside(x: number, y: number, xs: readonly number[], ys: readonly number[]): boolean {
  let odd = false;
  for (let a = 0, b = xs.length - 1; a < xs.length; b = a++) {
    const [ya, yb] = [ys[a]!, ys[b]!];
    if (ya > y === yb > y) continue;
    if (x < ((xs[b]! - xs[a]!) * (y - ya)) / (yb - ya) + xs[a]!) odd = !odd;
  }
  return odd;
}

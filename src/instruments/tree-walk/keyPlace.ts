/** Where the walk goes on its keys. */
export function keyPlace(key: string, at: number, depth: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 1,
    End: depth,
  };
  const place = places[key];
  return place === undefined ? null : Math.min(depth, Math.max(1, place));
}

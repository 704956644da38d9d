/** A value of KL(P‖Q), and after how many iterations. */
export interface DivergencePoint {
  readonly iteration: number;
  readonly divergence: number;
}

/** Points that are kept at most. */
const MOST = 400;

/** The curve with one more point; one from before its end begins it anew. Where it is too long every other point goes. */
export function appendDivergence(
  curve: readonly DivergencePoint[],
  point: DivergencePoint,
): readonly DivergencePoint[] {
  const last = curve.at(-1);
  if (last && point.iteration < last.iteration) return [point];
  const before = last?.iteration === point.iteration ? curve.slice(0, -1) : curve;
  const kept = before.length < MOST ? before : before.filter((_, i) => i % 2 === 0);
  return [...kept, point];
}

/** A scalar loss of all parameters. */
export type LossOf = (parameters: Float64Array) => number;

/**
 * ∂loss/∂parameter by central differences, (L(θ + h) − L(θ − h)) / 2h: wrong by about h² L‴/6 because the loss is curved, and by
 * about ε L/h because L is rounded (ε = 2⁻⁵³). `parameters` is left as it was.
 */
export function centralDifference(loss: LossOf, parameters: Float64Array, index: number, h: number): number {
  const moved = parameters.slice();
  const value = moved[index] ?? Number.NaN;
  moved[index] = value + h;
  const above = loss(moved);
  moved[index] = value - h;
  const below = loss(moved);
  return (above - below) / (2 * h);
}

/** |a − b| / max(|a|, |b|); 0 when they are equal. */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

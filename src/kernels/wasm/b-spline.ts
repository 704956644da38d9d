/**
 * The B-spline of `order` (degree + 1) cut at its knots: row j has the coefficients of t⁰, t¹ … of its piece j, 0 ≤ t < 1, by
 * Cox–de Boor's recursion on whole knots. A point at t past a node gives piece `order − 1 − j` to the node j in order.
 */
export function splinePieces(order: number): number[][] {
  let pieces: number[][] = [[1]];
  for (let k = 2; k <= order; k++) {
    // B_k(j + t) = ((j + t) B_{k−1}(j + t) + (k − j − t) B_{k−1}(j − 1 + t)) / (k − 1).
    pieces = Array.from({ length: k }, (_, j) =>
      Array.from({ length: k }, (__, power) => {
        const [a, b] = [pieces[j], pieces[j - 1]];
        const rising = j * (a?.[power] ?? 0) + (a?.[power - 1] ?? 0);
        const falling = (k - j) * (b?.[power] ?? 0) - (b?.[power - 1] ?? 0);
        return (rising + falling) / (k - 1);
      }),
    );
  }
  return pieces;
}

/** Its values at whole numbers, from 1 to `order − 1`: what a point on a node gives to the nodes around it. */
export function splineValues(order: number): number[] {
  return splinePieces(order)
    .slice(1)
    .map((piece) => piece[0] ?? 0);
}

/** Σ values · e^(ikθ) about their middle, which is real; `order` even. */
export function splineResponse(order: number, theta: number): number {
  const middle = order / 2 - 1;
  return splineValues(order).reduce((sum, value, i) => sum + value * Math.cos((i - middle) * theta), 0);
}

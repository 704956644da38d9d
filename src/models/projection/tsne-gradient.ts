import type { MapDimensions, SparseP } from './tsne-types.ts';

/** C = KL(P‖Q) and what moves it. */
export interface TsneGradient {
  /** (n, m): ∂C/∂y. */
  readonly gradient: Float64Array;
  /** KL(P‖Q), nats, without exaggeration. */
  readonly divergence: number;
  /** Z = Σ_{k ≠ l} 1 / (1 + ‖y_k − y_l‖²). */
  readonly normaliser: number;
}

/**
 * ∂C/∂y_i = 4 Σ_j (p_ij − q_ij)(y_i − y_j) / (1 + ‖y_i − y_j‖²), all pairs (van der Maaten & Hinton 2008, equation 5); p is
 * multiplied by the exaggeration in the gradient.
 * @param positions (n, m) row-major
 */
export function tsneGradient(
  P: SparseP,
  positions: ArrayLike<number>,
  dimensions: MapDimensions,
  exaggeration = 1,
): TsneGradient {
  const { forces, normaliser } = repulsion(positions, dimensions);
  const gradient = forces.map((force) => (-4 * force) / normaliser);
  const divergence = addAttraction(P, positions, dimensions, 4 * exaggeration, normaliser, gradient);
  return { gradient, divergence, normaliser };
}

/** Σ_j (y_i − y_j) / (1 + d²)², and Z. */
export function repulsion(positions: ArrayLike<number>, m: MapDimensions) {
  const n = positions.length / m;
  const forces = new Float64Array(n * m);
  const offset = new Float64Array(m);
  let normaliser = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const q = 1 / (1 + difference(positions, m, i, j, offset));
      normaliser += 2 * q;
      for (let k = 0; k < m; k++) {
        const force = q * q * offset[k]!;
        forces[i * m + k]! += force;
        forces[j * m + k]! -= force;
      }
    }
  }
  return { forces, normaliser };
}

/** Adds factor · Σ_j p_ij (y_i − y_j) / (1 + d²) to the gradient. Returns Σ p ln(p / q). */
function addAttraction(
  { starts, columns, values }: SparseP,
  positions: ArrayLike<number>,
  m: MapDimensions,
  factor: number,
  normaliser: number,
  gradient: Float64Array,
): number {
  const offset = new Float64Array(m);
  let divergence = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const p = values[at]!;
      const q = 1 / (1 + difference(positions, m, i, columns[at]!, offset));
      for (let k = 0; k < m; k++) gradient[i * m + k]! += factor * p * q * offset[k]!;
      if (p > 0) divergence += p * Math.log((p * normaliser) / q);
    }
  }
  return divergence;
}

/** y_i − y_j; returns the square of its length. */
function difference(y: ArrayLike<number>, m: number, i: number, j: number, out: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < m; k++) {
    const d = y[i * m + k]! - y[j * m + k]!;
    out[k] = d;
    sum += d * d;
  }
  return sum;
}

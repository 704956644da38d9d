import type { PathNode } from './path.ts';

/** Coordinates by how much they add to v·h, the most first. */
export function coordinatesOf(vector: Float64Array, hidden: Float64Array, gradient: Float64Array) {
  return Array.from(vector, (v, i) => {
    const h = hidden[i] ?? Number.NaN;
    return { i, v, h, part: v * h, gradient: gradient[i] ?? Number.NaN };
  }).sort((a, b) => Math.abs(b.part) - Math.abs(a.part) || a.i - b.i);
}

/** Whether this is the vector that the score came from: a frame may still bring another node's. */
export function isVectorOf(vector: Float64Array | undefined, node: PathNode, hidden: Float64Array): boolean {
  if (vector?.length !== hidden.length) return false;
  const score = vector.reduce((sum, v, i) => sum + v * (hidden[i] ?? Number.NaN), 0);
  return Math.abs(score - node.score) <= 1e-9 * Math.max(1, Math.abs(score));
}

/** What the figure computes: states and losses forward, gradients backward. */
export const NODES = ['state', 'loss', 'gradient'] as const;
export type NodeKind = (typeof NODES)[number];

/** A place in the two passes; `step` is counted from 0. */
export interface NodePlace {
  readonly node: NodeKind;
  readonly step: number;
}

/** Stops of a walk through T steps: a and L of each step from left to right, then ∂L/∂a of each from right to left. */
export const stopCount = (steps: number): number => 3 * steps;

/** Number of the stop at which a node is computed, counted from 0. */
export function orderOf({ node, step }: NodePlace, steps: number): number {
  if (node === 'state') return 2 * step;
  if (node === 'loss') return 2 * step + 1;
  return 2 * steps + (steps - 1 - step);
}

/** The node of a stop: the inverse of `orderOf`. */
export function placeAt(order: number, steps: number): NodePlace {
  const at = Math.max(0, Math.min(stopCount(steps) - 1, order));
  if (at >= 2 * steps) return { node: 'gradient', step: 3 * steps - 1 - at };
  return { node: at % 2 === 0 ? 'state' : 'loss', step: Math.floor(at / 2) };
}

/** The same place in a sentence of another length. */
export const fitPlace = ({ node, step }: NodePlace, steps: number): NodePlace => ({
  node,
  step: Math.max(0, Math.min(steps - 1, step)),
});

import { networkLayout, type TokenNetwork } from '../network/token-network.ts';
import type { Random } from '../random.ts';

/** A parameter by its place in the flat vector, and its new value. */
export interface ParameterEdit {
  readonly index: number;
  readonly value: number;
}

/**
 * Recurrent weights as PyTorch starts them: uniform in ±1/√n_a, every gate alike. Their matrices have a spectral radius of about
 * 1/√3, not the 1 of an orthogonal start.
 */
export function uniformRecurrent(network: TokenNetwork, random: Random): readonly ParameterEdit[] {
  const layout = networkLayout(network);
  const bound = 1 / Math.sqrt(network.hidden);
  const slots = layout.slots.filter(({ name }) => name.endsWith('.recurrentWeights'));
  return slots.flatMap(({ offset, length }) =>
    Array.from({ length }, (_, i) => ({ index: offset + i, value: bound * (2 * random.next() - 1) })),
  );
}

/** The parameters with these edits, as a copy. */
export function withEdits(flat: Float64Array, edits: readonly ParameterEdit[]): Float64Array {
  const copy = flat.slice();
  for (const { index, value } of edits) copy[index] = value;
  return copy;
}

import type { SequenceTrace } from './types.ts';

/**
 * Numbers that a backward pass through T steps cannot do without: every a^⟨t⟩ of a plain RNN, T·B·n_a (g′ follows from a itself,
 * and the inputs are there anyway).
 */
export const neededNumbers = (steps: number, batch: number, hidden: number): number => steps * batch * hidden;

/** Bytes of the arrays that a forward pass of the reference really kept: pre-activations and lanes, 8 bytes a number. */
export function keptBytes({ pre, values }: SequenceTrace): number {
  const arrays = [...Object.values(pre), ...Object.values(values)];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

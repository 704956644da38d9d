import type { SequenceInput } from '../cells/types.ts';
import { NO_TARGET } from '../dense/losses.ts';

/**
 * Tokens and the output of the step before as one input: x⟨t⟩ = [one-hot token, one-hot ŷ⟨t−1⟩], dense (T, B, inputs +
 * classes); the second part is zero where `previous` is `NO_TARGET`. With a batch's own `previous` this is teacher forcing
 * (Williams & Zipser 1989); with the network's answers it runs free.
 */
export function withPrevious(
  inputs: number,
  classes: number,
  ids: Int32Array,
  previous: Int32Array,
): SequenceInput & { readonly form: 'dense' } {
  const width = inputs + classes;
  const values = new Float64Array(ids.length * width);
  ids.forEach((id, row) => {
    values[row * width + id] = 1;
    const before = previous[row] ?? NO_TARGET;
    if (before !== NO_TARGET) values[row * width + inputs + before] = 1;
  });
  return { form: 'dense', values };
}

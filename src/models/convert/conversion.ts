import type { GateRole } from '../cells/types.ts';
import type { Activation } from '../dense/activations.ts';

/** A named array from or for another library: row-major. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** Why weights cannot go from one library to the other. */
export type ConversionError =
  /** The other library's cell has no peepholes. */
  | { readonly code: 'peepholes' }
  /** The other library's GRU has a reset gate. */
  | { readonly code: 'simplified-gru' }
  /** The two reset on different sides of the product, which are different functions. */
  | { readonly code: 'reset'; readonly expected: 'before' | 'after'; readonly found: 'before' | 'after' }
  /** The other library's cell has this activation fixed. */
  | {
      readonly code: 'activation';
      readonly role: GateRole | 'cell';
      readonly expected: readonly Activation[];
      readonly found: Activation;
    }
  /** Γ = g(z) becomes 1 − Γ by negating weights only when g(−z) = 1 − g(z). */
  | { readonly code: 'update-not-mirrored'; readonly found: Activation }
  /** The other library lays directions side by side only. */
  | { readonly code: 'directions'; readonly found: 'sum' }
  | { readonly code: 'missing'; readonly name: string }
  | {
      readonly code: 'shape';
      readonly name: string;
      readonly expected: readonly number[];
      readonly found: readonly number[];
    };

export type Conversion<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ConversionError };

export function converted<T>(value: T): Conversion<T> {
  return { ok: true, value };
}

export function refused(error: ConversionError): Conversion<never> {
  return { ok: false, error };
}

/** What is wrong with a tensor that should be there with this shape; null when it is right. */
export function tensorError(
  name: string,
  tensor: Tensor | undefined,
  expected: readonly number[],
): ConversionError | null {
  if (!tensor) return { code: 'missing', name };
  const length = expected.reduce((product, size) => product * size, 1);
  const fits =
    tensor.shape.length === expected.length &&
    tensor.shape.every((size, i) => size === expected[i]) &&
    tensor.data.length === length;
  return fits ? null : { code: 'shape', name, expected, found: tensor.shape };
}

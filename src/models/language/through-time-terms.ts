import { viewNextSymbol } from './next-symbol.ts';
import { type Kept, sumOverLosses, type ThroughTime } from './through-time.ts';

/** W_ya[v, k] · (ŷ_v − y_v): what one token's probability adds to ∂L^⟨t⟩/∂a_k^⟨t⟩. */
export interface OwnTerm {
  readonly token: number;
  readonly weight: number;
  /** ŷ_v − y_v. */
  readonly error: number;
  readonly product: number;
}

/** The terms of a step's own loss at one unit, largest first; their sum is ∂L^⟨t⟩/∂a_k^⟨t⟩. */
export function ownTerms(
  { shape, probabilities, targets }: ThroughTime,
  flat: Float64Array,
  step: number,
  unit: number,
): readonly OwnTerm[] {
  const { weights } = viewNextSymbol(shape, flat).head;
  const { vocabulary } = shape;
  const terms = Array.from({ length: vocabulary }, (_, token) => {
    const weight = weights[unit * vocabulary + token]!;
    const error = probabilities[step * vocabulary + token]! - (token === targets[step] ? 1 : 0);
    return { token, weight, error, product: weight * error };
  });
  return terms.sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
}

/** W_aa[m, k] · ∂L/∂a_m^⟨t+1⟩ · g′(z_m^⟨t+1⟩): what one unit of the next step sends back. */
export interface LaterTerm {
  readonly unit: number;
  readonly weight: number;
  readonly gradient: number;
  /** 1 − (a_m^⟨t+1⟩)². */
  readonly slope: number;
  readonly product: number;
}

/**
 * What comes back from the step after to one unit, one term for each unit there; none at the last step. `kept` says which
 * losses are being sent back.
 */
export function laterTerms(
  through: ThroughTime,
  flat: Float64Array,
  step: number,
  unit: number,
  kept: Kept,
): readonly LaterTerm[] {
  const { shape, trace, losses } = through;
  const { hidden } = shape;
  if (step + 1 >= losses.length) return [];
  const gradients = sumOverLosses(through, through.reach, step + 1, kept);
  const recurrent = viewNextSymbol(shape, flat).layers[0]?.recurrentWeights;
  return Array.from(gradients, (gradient, m) => {
    const weight = recurrent?.[unit * hidden + m] ?? Number.NaN;
    const slope = 1 - (trace.values.hidden?.[(step + 1) * hidden + m] ?? Number.NaN) ** 2;
    return { unit: m, weight, gradient, slope, product: weight * gradient * slope };
  });
}

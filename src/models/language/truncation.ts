import type { CellState } from '../cells/types.ts';
import { NO_TARGET } from '../dense/losses.ts';
import { lossAndGradients, type NextSymbolShape, zeroStates } from './next-symbol.ts';
import type { Kept } from './through-time.ts';

/**
 * How far losses are sent back. `window`: each loss through its own step and the `length` − 1 before it (Williams & Peng
 * 1990). `chunks`: the text is cut into pieces of `length` steps, the state goes on from piece to piece and the gradient
 * does not: what training loops do.
 */
export interface Truncation {
  readonly kind: 'none' | 'window' | 'chunks';
  /** k, at least 1; without meaning for `none`. */
  readonly length: number;
}

/** Whether loss i still reaches step j (counted from 0). */
export const keeps =
  ({ kind, length }: Truncation): Kept =>
  (loss, step) => {
    if (step > loss) return false;
    if (kind === 'none') return true;
    if (kind === 'window') return loss - step < length;
    return Math.floor(loss / length) === Math.floor(step / length);
  };

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Only the last step of the piece has a loss. */
  readonly lastOnly: boolean;
}

/** The runs that a truncated gradient is made of. */
function piecesOf({ kind, length }: Truncation, steps: number): readonly Piece[] {
  if (kind === 'none') return [{ from: 0, to: steps, lastOnly: false }];
  if (kind === 'window') {
    return Array.from({ length: steps }, (_, i) => ({
      from: Math.max(0, i - length + 1),
      to: i + 1,
      lastOnly: true,
    }));
  }
  return Array.from({ length: Math.ceil(steps / length) }, (_, i) => ({
    from: i * length,
    to: Math.min(steps, (i + 1) * length),
    lastOnly: false,
  }));
}

/**
 * ∂L/∂θ of L = Σ L^⟨t⟩ as a truncated backward pass finds it, flat in layout order: every piece is really run by itself,
 * from the state that the steps before it left. With `none` it is the full gradient.
 */
export function truncatedGradient(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  targets: Int32Array,
  truncation: Truncation,
): Float64Array {
  const sum = new Float64Array(flat.length);
  const piece = new Float64Array(flat.length);
  const states = statesBefore(shape, flat, ids, targets);
  for (const { from, to, lastOnly } of piecesOf(truncation, ids.length)) {
    const asked = targets.slice(from, to);
    if (lastOnly) asked.fill(NO_TARGET, 0, -1);
    lossAndGradients(shape, flat, { ids: ids.slice(from, to), targets: asked }, states[from]!, piece);
    // The model's loss is a mean over targets; here it is their sum.
    const count = lastOnly ? 1 : to - from;
    for (let p = 0; p < sum.length; p++) sum[p]! += count * piece[p]!;
  }
  return sum;
}

/** The states before every step: values that a truncated pass takes as given. */
function statesBefore(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  targets: Int32Array,
): readonly (readonly CellState[])[] {
  const unused = new Float64Array(flat.length);
  const all: (readonly CellState[])[] = [zeroStates(shape, 1)];
  for (let t = 0; t + 1 < ids.length; t++) {
    const batch = { ids: ids.slice(t, t + 1), targets: targets.slice(t, t + 1) };
    all.push(lossAndGradients(shape, flat, batch, all[t]!, unused).states);
  }
  return all;
}

export interface GradientDifference {
  readonly fullNorm: number;
  readonly partNorm: number;
  /** Cosine of the angle between them; NaN when one is zero. */
  readonly cosine: number;
  /** ‖full − part‖ / ‖full‖; NaN when the full gradient is zero. */
  readonly relative: number;
}

/** How a truncated gradient differs from the full one, in length and in direction. */
export function compareGradients(full: Float64Array, part: Float64Array): GradientDifference {
  let [ff, pp, fp, dd] = [0, 0, 0, 0];
  for (let i = 0; i < full.length; i++) {
    const [f, p] = [full[i]!, part[i]!];
    ff += f * f;
    pp += p * p;
    fp += f * p;
    dd += (f - p) ** 2;
  }
  return {
    fullNorm: Math.sqrt(ff),
    partNorm: Math.sqrt(pp),
    cosine: fp / Math.sqrt(ff * pp),
    relative: Math.sqrt(dd / ff),
  };
}

import { lane } from '../../../models/cells/lanes.ts';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import {
  forwardNextSymbol,
  initialiseNextSymbol,
  type NextSymbolShape,
  zeroStates,
} from '../../../models/language/next-symbol.ts';
import { createRandom } from '../../../models/random.ts';

const SHAPE: NextSymbolShape = { spec: DEFAULT_LSTM, vocabulary: 15, hidden: 16, layers: 1 };

/** Γ_f^⟨1⟩ ∗ … ∗ Γ_f^⟨T⟩ of each unit of an untrained LSTM that reads T random symbols: what is left of a cell. */
export function forgetShares(bias: number, steps: number, seed: number): readonly number[] {
  const random = createRandom(seed);
  const flat = initialiseNextSymbol(SHAPE, random, { forgetBias: bias });
  const ids = Int32Array.from({ length: steps }, () => random.integer(SHAPE.vocabulary));
  const trace = forwardNextSymbol(SHAPE, flat, ids, zeroStates(SHAPE, 1));
  const gates = trace.layers[0]?.[0];
  if (!gates) return [];
  const values = lane(gates.values, 'forget');
  return Array.from({ length: SHAPE.hidden }, (_, unit) => {
    let share = 1;
    for (let t = 0; t < steps; t++) share *= values[t * SHAPE.hidden + unit] ?? Number.NaN;
    return share;
  });
}

/** The middle of an even or odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

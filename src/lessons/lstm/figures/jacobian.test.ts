import { describe, expect, it } from 'vitest';
import { lane } from '../../../models/cells/lanes.ts';
import { cellParameterCount, viewCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import { testNumbers } from '../../../models/gradient-check.testkit.ts';

const N = 3;
const shape = { inputs: 2, hidden: N };
const parameters = viewCell(
  DEFAULT_LSTM,
  shape,
  testNumbers(3, cellParameterCount(DEFAULT_LSTM, shape), 1.2),
);
const input = { form: 'dense', values: testNumbers(4, 4) } as const;
const initial = { hidden: testNumbers(5, N), cell: testNumbers(6, N) };

/** c of the second step when c of the first is moved by hand. */
function secondCell(unit: number, by: number): Float64Array {
  const run = (holds: Parameters<typeof forwardSequence>[5]) =>
    forwardSequence(DEFAULT_LSTM, shape, parameters, input, { steps: 2, batch: 1 }, { initial, ...holds });
  const value = (lane(run({}).values, 'cell')[unit] ?? 0) + by;
  return lane(run({ holds: [{ role: 'cell', step: 0, unit, value }] }).values, 'cell').slice(N);
}

/** Recurrent weight of a gate (its column block among f u c o), from unit j to unit k. */
const weight = (gate: number, k: number, j: number): number =>
  parameters.recurrentWeights[j * 4 * N + gate * N + k] ?? Number.NaN;

/** The lesson's formula: diag(Γ_f) + [(c_prev ∗ Γ_f′) W_fa + (c̃ ∗ Γ_u′) W_ua + (Γ_u ∗ c̃′) W_ca] diag(Γ_o ∗ (1 − tanh² c)). */
function formula(k: number, j: number): number {
  const { values } = forwardSequence(
    DEFAULT_LSTM,
    shape,
    parameters,
    input,
    { steps: 2, batch: 1 },
    { initial },
  );
  const at = (role: 'cell' | 'forget' | 'update' | 'candidate' | 'output', step: number, unit: number) =>
    lane(values, role)[step * N + unit] ?? Number.NaN;
  const [f, u, c] = [at('forget', 1, k), at('update', 1, k), at('candidate', 1, k)];
  const bracket =
    at('cell', 0, k) * f * (1 - f) * weight(0, k, j) +
    c * u * (1 - u) * weight(1, k, j) +
    u * (1 - c * c) * weight(2, k, j);
  const shown = at('output', 0, j) * (1 - Math.tanh(at('cell', 0, j)) ** 2);
  return (k === j ? f : 0) + bracket * shown;
}

describe("the lesson's ∂c⟨t⟩/∂c⟨t−1⟩", () => {
  it('is what finite differences of the model say, entry by entry', () => {
    for (let j = 0; j < N; j++) {
      const [above, below] = [secondCell(j, 1e-6), secondCell(j, -1e-6)];
      for (let k = 0; k < N; k++) {
        const numeric = ((above[k] ?? 0) - (below[k] ?? 0)) / 2e-6;
        expect(formula(k, j)).toBeCloseTo(numeric, 8);
      }
    }
  });
});

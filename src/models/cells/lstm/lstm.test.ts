import { describe, expect, it } from 'vitest';
import {
  type CourseCase,
  courseCase,
  expectNear,
  fromColumns,
  tensorNamed,
  transposed,
} from '../course.testkit.ts';
import { lane } from '../lanes.ts';
import { viewCell } from '../parameters.ts';
import { DEFAULT_LSTM } from '../roles.ts';
import { backwardSequence, forwardSequence } from '../sequence.ts';
import type { CellParameters, LstmSpec, SequenceTrace } from '../types.ts';

const HIDDEN = 5;
const INPUTS = 3;
const TOLERANCE = 1e-9;
/** The exercise's names of our gates, in our order; its W acts on [a_prev; x]. */
const NAMES = ['f', 'i', 'c', 'o'];

/** Its four (n_a, n_a + n_x) matrices and biases as ours, or its four gradients. */
function fromCourse(tensors: CourseCase['inputs'], prefix: '' | 'd'): CellParameters {
  const columns = 4 * HIDDEN;
  const stacked = new Float64Array((HIDDEN + INPUTS) * columns);
  const bias = new Float64Array(columns);
  NAMES.forEach((name, gate) => {
    bias.set(fromColumns(tensorNamed(tensors, `${prefix}b${name}`)), gate * HIDDEN);
    const matrix = transposed(tensorNamed(tensors, `${prefix}W${name}`));
    for (let row = 0; row < HIDDEN + INPUTS; row++) {
      stacked.set(matrix.subarray(row * HIDDEN, (row + 1) * HIDDEN), row * columns + gate * HIDDEN);
    }
  });
  return {
    inputWeights: stacked.slice(HIDDEN * columns),
    recurrentWeights: stacked.slice(0, HIDDEN * columns),
    bias,
    recurrentBias: new Float64Array(0),
    peepholes: new Float64Array(0),
  };
}

function run(subject: CourseCase, input: string, hidden: string, cell: string | null): SequenceTrace {
  const x = tensorNamed(subject.inputs, input);
  const batch = x.shape[1] ?? 0;
  return forwardSequence(
    DEFAULT_LSTM,
    { inputs: INPUTS, hidden: HIDDEN },
    fromCourse(subject.inputs, ''),
    { form: 'dense', values: fromColumns(x) },
    { steps: x.shape[2] ?? 1, batch },
    {
      initial: {
        hidden: fromColumns(tensorNamed(subject.inputs, hidden)),
        cell: cell ? fromColumns(tensorNamed(subject.inputs, cell)) : new Float64Array(batch * HIDDEN),
      },
    },
  );
}

describe('LSTM: the step-by-step exercise (skipped without the oracle folder)', () => {
  const forward = courseCase('lstm_forward');
  it.skipIf(!forward)('seven steps', () => {
    if (!forward) return;
    const { values } = run(forward, 'x', 'a0', null);
    expectNear(lane(values, 'hidden'), fromColumns(tensorNamed(forward.full, 'a')), TOLERANCE);
    expectNear(lane(values, 'cell'), fromColumns(tensorNamed(forward.full, 'c')), TOLERANCE);
    // a[4][3][6] and c[1][2][1]: unit, example, step.
    expect(values.hidden?.[(6 * 10 + 3) * HIDDEN + 4]).toBeCloseTo(Number(forward.printed['a[4][3][6]']), 11);
    expect(values.cell?.[(1 * 10 + 2) * HIDDEN + 1]).toBeCloseTo(Number(forward.printed['c[1][2][1]']), 11);
  });

  const step = courseCase('lstm_cell_forward_backward');
  it.skipIf(!step)('one step, its gates, and one step back', () => {
    if (!step) return;
    const trace = run(step, 'xt', 'a_prev', 'c_prev');
    const { full, inputs, printed } = step;
    expectNear(lane(trace.values, 'hidden'), fromColumns(tensorNamed(full, 'a_next')), TOLERANCE);
    expectNear(lane(trace.values, 'cell'), fromColumns(tensorNamed(full, 'c_next')), TOLERANCE);
    const theirs = { f: 'forget', i: 'update', o: 'output', cct: 'candidate' } as const;
    for (const [name, role] of Object.entries(theirs)) {
      expectNear(lane(trace.values, role), fromColumns(tensorNamed(full.gates ?? {}, name)), TOLERANCE);
    }
    const gradients = backwardSequence(trace, fromCourse(inputs, ''), {
      finalHidden: fromColumns(tensorNamed(inputs, 'da_next')),
      finalCell: fromColumns(tensorNamed(inputs, 'dc_next')),
    });
    expectNear(gradients.input ?? [], fromColumns(tensorNamed(full, 'dxt')), 1e-8);
    expectNear(gradients.initial.hidden, fromColumns(tensorNamed(full, 'da_prev')), 1e-8);
    expectNear(gradients.initial.cell, fromColumns(tensorNamed(full, 'dc_prev')), 1e-8);
    const expected = fromCourse(full, 'd');
    expectNear(gradients.parameters.inputWeights, expected.inputWeights, 1e-8);
    expectNear(gradients.parameters.recurrentWeights, expected.recurrentWeights, 1e-8);
    expectNear(gradients.parameters.bias, expected.bias, 1e-8);
    expect(gradients.input?.[2 * INPUTS + 1]).toBeCloseTo(Number(printed['dxt[1][2]']), 8);
    expect(gradients.initial.cell[3 * HIDDEN + 2]).toBeCloseTo(Number(printed['dc_prev[2][3]']), 8);
  });
});

describe('LSTM with peepholes by hand', () => {
  // One unit, no weights but the peepholes p_f = ½, p_u = −¼, p_o = 1 and the candidate's bias ½; c_prev = 2.
  // Gates are 0.2z + ½, candidate and output are linear, so that every number can be checked on paper.
  //
  //   z_f = ½·2 = 1       Γ_f = 0.7          c̃ = 0.5
  //   z_u = −¼·2 = −0.5   Γ_u = 0.4          c = 0.7·2 + 0.4·0.5 = 1.6
  //   z_o = 1·1.6 = 1.6   Γ_o = 0.82         a = 0.82·1.6 = 1.312
  //
  // (Were Γ_o to look at c_prev, as some notes have it: z_o = 2, Γ_o = 0.9, a = 1.44.)
  // Back, from ∂a = 1:
  //
  //   ∂Γ_o = c = 1.6      ∂z_o = 0.32    ∂p_o = 0.32·1.6 = 0.512
  //   ∂c = Γ_o + ∂z_o·p_o = 0.82 + 0.32 = 1.14
  //   ∂Γ_f = 1.14·2       ∂z_f = 0.456   ∂p_f = 0.456·2 = 0.912
  //   ∂Γ_u = 1.14·0.5     ∂z_u = 0.114   ∂p_u = 0.114·2 = 0.228
  //   ∂c̃ = 1.14·0.4 = 0.456
  //   ∂c_prev = 1.14·0.7 + 0.456·½ + 0.114·(−¼) = 0.9975
  const spec: LstmSpec = {
    kind: 'lstm',
    peepholes: true,
    gate: 'hard-sigmoid',
    candidate: 'linear',
    output: 'linear',
  };
  const shape = { inputs: 1, hidden: 1 };
  // 4 input weights, 4 recurrent weights, 4 biases (f u c o), 3 peepholes (f u o).
  const parameters = viewCell(
    spec,
    shape,
    Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 0.5, -0.25, 1),
  );
  const trace = forwardSequence(
    spec,
    shape,
    parameters,
    { form: 'dense', values: Float64Array.of(1) },
    { steps: 1, batch: 1 },
    { initial: { hidden: Float64Array.of(0), cell: Float64Array.of(2) } },
  );

  it('forward', () => {
    const { values, pre } = trace;
    const found = [pre.forget, pre.update, pre.output, values.forget, values.update, values.candidate];
    expectNear(
      found.map((each) => each?.[0] ?? Number.NaN),
      [1, -0.5, 1.6, 0.7, 0.4, 0.5],
      1e-15,
    );
    expectNear(
      [trace.final.cell[0] ?? 0, values.output?.[0] ?? 0, trace.final.hidden[0] ?? 0],
      [1.6, 0.82, 1.312],
      1e-15,
    );
  });

  it('backward', () => {
    const gradients = backwardSequence(trace, parameters, { hidden: Float64Array.of(1) });
    expectNear(gradients.parameters.peepholes, [0.912, 0.228, 0.512], 1e-15);
    expectNear(gradients.parameters.bias, [0.456, 0.114, 0.456, 0.32], 1e-15);
    expectNear(gradients.initial.cell, [0.9975], 1e-15);
    expectNear(lane(gradients.values, 'cell'), [1.14], 1e-15);
  });
});

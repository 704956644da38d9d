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
import { DEFAULT_RNN } from '../roles.ts';
import { backwardSequence, forwardSequence } from '../sequence.ts';
import type { CellParameters, SequenceTrace } from '../types.ts';

/** The exercise's numbers have twelve digits. */
const TOLERANCE = 1e-9;
/** What it prints has eight decimals. */
const PRINTED = 1e-8;
const SHAPE = { inputs: 3, hidden: 5 };

function parametersOf({ inputs }: CourseCase): CellParameters {
  return {
    inputWeights: transposed(tensorNamed(inputs, 'Wax')),
    recurrentWeights: transposed(tensorNamed(inputs, 'Waa')),
    bias: fromColumns(tensorNamed(inputs, 'ba')),
    recurrentBias: new Float64Array(0),
    peepholes: new Float64Array(0),
  };
}

function run(subject: CourseCase, input: string, initial: string): SequenceTrace {
  const x = tensorNamed(subject.inputs, input);
  return forwardSequence(
    DEFAULT_RNN,
    SHAPE,
    parametersOf(subject),
    { form: 'dense', values: fromColumns(x) },
    { steps: x.shape[2] ?? 1, batch: x.shape[1] ?? 0 },
    { initial: { hidden: fromColumns(tensorNamed(subject.inputs, initial)), cell: new Float64Array(0) } },
  );
}

/** Every `stride`-th number from `first` on. */
function every(values: Float64Array, first: number, stride: number): Float64Array {
  return values.filter((_, i) => i >= first && (i - first) % stride === 0);
}

describe('RNN: the step-by-step exercise (skipped without the oracle folder)', () => {
  const cell = courseCase('rnn_cell_forward');
  it.skipIf(!cell)('one step', () => {
    if (!cell) return;
    const { hidden } = run(cell, 'xt', 'a_prev').values;
    expectNear(hidden ?? [], fromColumns(tensorNamed(cell.full, 'a_next')), TOLERANCE);
    expectNear(every(hidden ?? new Float64Array(0), 4, 5), cell.printed['a_next[4]'] as number[], PRINTED);
  });

  const forward = courseCase('rnn_forward');
  it.skipIf(!forward)('four steps', () => {
    if (!forward) return;
    const hidden = lane(run(forward, 'x', 'a0').values, 'hidden');
    expectNear(hidden, fromColumns(tensorNamed(forward.full, 'a')), TOLERANCE);
    expectNear(every(hidden, 1 * 5 + 4, 50), forward.printed['a[4][1]'] as number[], PRINTED);
  });

  const backward = courseCase('rnn_backward');
  it.skipIf(!backward)('four steps back', () => {
    if (!backward) return;
    const trace = run(backward, 'x', 'a0');
    const hidden = fromColumns(tensorNamed(backward.inputs, 'da'));
    const gradients = backwardSequence(trace, parametersOf(backward), { hidden });
    const { full } = backward;
    expectNear(gradients.input ?? [], fromColumns(tensorNamed(full, 'dx')), 1e-8);
    expectNear(gradients.initial.hidden, fromColumns(tensorNamed(full, 'da0')), 1e-8);
    expectNear(gradients.parameters.inputWeights, transposed(tensorNamed(full, 'dWax')), 1e-8);
    expectNear(gradients.parameters.recurrentWeights, transposed(tensorNamed(full, 'dWaa')), 1e-8);
    expectNear(gradients.parameters.bias, fromColumns(tensorNamed(full, 'dba')), 1e-8);
    expectNear(
      every(gradients.input ?? new Float64Array(0), 2 * 3 + 1, 30),
      backward.printed['dx[1][2]'] as number[],
      PRINTED,
    );
    expect(gradients.parameters.inputWeights[1 * 5 + 3]).toBeCloseTo(
      Number(backward.printed['dWax[3][1]']),
      7,
    );
  });
});

describe('RNN by hand', () => {
  it('n_x = n_a = 1, ReLU: a¹ = max(0, 2·1 + 3·0.5 − 1) = 2.5, a² = max(0, 2·(−5) + 3·2.5 − 1) = 0', () => {
    const parameters: CellParameters = {
      inputWeights: Float64Array.of(2),
      recurrentWeights: Float64Array.of(3),
      bias: Float64Array.of(-1),
      recurrentBias: new Float64Array(0),
      peepholes: new Float64Array(0),
    };
    const trace = forwardSequence(
      { kind: 'rnn', activation: 'relu' },
      { inputs: 1, hidden: 1 },
      parameters,
      { form: 'dense', values: Float64Array.of(1, -5) },
      { steps: 2, batch: 1 },
      { initial: { hidden: Float64Array.of(0.5), cell: new Float64Array(0) } },
    );
    expect([...lane(trace.pre, 'candidate')]).toEqual([2.5, -3.5]);
    expect([...lane(trace.values, 'hidden')]).toEqual([2.5, 0]);
    // A dead unit passes nothing back: of L = a¹ + a² only a¹ counts, so ∂W_ax = x¹ = 1, ∂W_aa = a⁰ = 0.5.
    const { parameters: gradients } = backwardSequence(trace, parameters, { hidden: Float64Array.of(1, 1) });
    expect([gradients.inputWeights[0], gradients.recurrentWeights[0], gradients.bias[0]]).toEqual([
      1, 0.5, 1,
    ]);
  });
});

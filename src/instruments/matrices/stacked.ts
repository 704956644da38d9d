import { lane } from '../../models/cells/lanes.ts';
import { previousValue } from '../../models/cells/operands.ts';
import type { CellParameters, SequenceTrace } from '../../models/cells/types.ts';

/**
 * One step of a recurrent layer written in two ways: W_aa a^⟨t−1⟩ + W_ax x^⟨t⟩ + b_a, and W_a [a^⟨t−1⟩, x^⟨t⟩] + b_a with W_a =
 * [W_aa | W_ax]. The model keeps its weights transposed (a row an operand); here a row is a unit, as in the equations.
 */
export interface StackedStep {
  /** n_a and n_x. */
  readonly hidden: number;
  readonly inputs: number;
  /** W_a (n_a, n_a + n_x), row-major: one row a unit. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /** [a^⟨t−1⟩, x^⟨t⟩] (n_a + n_x), x one-hot. */
  readonly operand: Float64Array;
  /** Number of the token that x stands for. */
  readonly id: number;
  /** What the network itself computed: z and a of this step (n_a). */
  readonly pre: Float64Array;
  readonly value: Float64Array;
}

const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;

/** The step's matrices and vectors, out of what the network holds. One example, one-hot input. */
export function stackedStep(trace: SequenceTrace, parameters: CellParameters, step: number): StackedStep {
  const { hidden, inputs } = trace.shape;
  const width = hidden + inputs;
  const weights = new Float64Array(hidden * width);
  for (let unit = 0; unit < hidden; unit++) {
    for (let j = 0; j < hidden; j++) {
      weights[unit * width + j] = at(parameters.recurrentWeights, j * hidden + unit);
    }
    for (let k = 0; k < inputs; k++) {
      weights[unit * width + hidden + k] = at(parameters.inputWeights, k * hidden + unit);
    }
  }
  const id = trace.input.form === 'one-hot' ? (trace.input.ids[step] ?? 0) : 0;
  const operand = new Float64Array(width);
  for (let j = 0; j < hidden; j++) {
    operand[j] = previousValue(trace, 'hidden', { step, batch: 0, unit: j });
  }
  operand[hidden + id] = 1;
  const block = (values: Float64Array) => values.slice(step * hidden, (step + 1) * hidden);
  return {
    hidden,
    inputs,
    weights,
    bias: parameters.bias.slice(0, hidden),
    operand,
    id,
    pre: block(lane(trace.pre, 'candidate')),
    value: block(lane(trace.values, 'hidden')),
  };
}

/** Sum of products from `from` up to `to` (not included) of one row, added from left to right. */
function rowProduct({ weights, operand }: StackedStep, row: number, from: number, to: number): number {
  let sum = 0;
  for (let c = from; c < to; c++) sum += at(weights, row * operand.length + c) * at(operand, c);
  return sum;
}

/** One unit's pre-activation in both ways. */
export interface BothWays {
  /** W_aa a^⟨t−1⟩ and W_ax x^⟨t⟩ of this row. */
  readonly recurrent: number;
  readonly input: number;
  /** W_a [a^⟨t−1⟩, x^⟨t⟩]: one sum from left to right. */
  readonly joined: number;
  readonly bias: number;
  /** z in the two ways, and the network's own. */
  readonly separate: number;
  readonly stacked: number;
  readonly own: number;
}

export function bothWays(step: StackedStep, unit: number): BothWays {
  const { hidden, operand, bias, pre } = step;
  const recurrent = rowProduct(step, unit, 0, hidden);
  const input = rowProduct(step, unit, hidden, operand.length);
  const joined = rowProduct(step, unit, 0, operand.length);
  const b = at(bias, unit);
  return {
    recurrent,
    input,
    joined,
    bias: b,
    separate: recurrent + input + b,
    stacked: joined + b,
    own: at(pre, unit),
  };
}

/** Input columns that are written out; the others are told by their number. */
export const MOST_COLUMNS = 8;

/** The columns of W_ax on show, in their order: the current token's, and others of the sentence while there is room. */
export function shownColumns(ids: readonly number[], current: number): readonly number[] {
  const others = [...new Set(ids)].filter((id) => id !== current);
  return [current, ...others.slice(0, MOST_COLUMNS - 1)].sort((a, b) => a - b);
}

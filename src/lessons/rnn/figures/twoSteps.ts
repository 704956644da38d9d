import { lane } from '../../../models/cells/lanes.ts';
import { viewCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_RNN } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import type { Activation } from '../../../models/dense/activations.ts';

/** An RNN with one unit and one input, and what it reads. */
export interface TinyRnn {
  readonly recurrent: number;
  readonly input: number;
  readonly bias: number;
  readonly inputs: readonly number[];
}

/** Given, not computed: the checkpoint says so. */
export const GIVEN: TinyRnn = { recurrent: 0.5, input: 1, bias: 0, inputs: [1, 0] };

/** a^⟨1⟩ … a^⟨T⟩ from a^⟨0⟩ = 0: the reference RNN. */
export function states(
  { recurrent, input, bias, inputs }: TinyRnn,
  activation: Activation = 'tanh',
): readonly number[] {
  const shape = { inputs: 1, hidden: 1 };
  const spec = { ...DEFAULT_RNN, activation };
  const parameters = viewCell(spec, shape, Float64Array.of(input, recurrent, bias));
  const { values } = forwardSequence(
    spec,
    shape,
    parameters,
    { form: 'dense', values: Float64Array.from(inputs) },
    { steps: inputs.length, batch: 1 },
  );
  return [...lane(values, 'hidden')];
}

/** How far a ReLU unit and a tanh unit get that only feed themselves by this weight, for so many steps, from x^⟨1⟩ = 1. */
export const fedBack = (weight: number, steps: number, activation: Activation): number =>
  states(
    {
      recurrent: weight,
      input: 1,
      bias: 0,
      inputs: Array.from({ length: steps }, (_, t) => Number(t === 0)),
    },
    activation,
  ).at(-1) ?? Number.NaN;

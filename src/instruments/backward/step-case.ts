import { viewCell, zeroCell } from '../../models/cells/parameters.ts';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { backwardSequence, forwardSequence } from '../../models/cells/sequence.ts';
import type {
  CellParameters,
  CellShape,
  Hold,
  LstmSpec,
  SequenceGradients,
  SequenceTrace,
} from '../../models/cells/types.ts';
import { createRandom } from '../../models/random.ts';

/** n_x: the cell of this figure reads two numbers. */
export const INPUTS = 2;
/** Where the forget gate's bias starts: the usual choice, so that the cell of the figure keeps something. */
const FORGET_BIAS = 1;
const ONE_STEP = { steps: 1, batch: 1 } as const;

/** What is given: the numbers that a learner may change. Everything else is computed from them. */
export interface GivenNumbers {
  /** x^⟨t⟩, shape (n_x). */
  readonly input: readonly number[];
  /** a^⟨t−1⟩, c^⟨t−1⟩: shape (n_a). */
  readonly previousHidden: readonly number[];
  readonly previousCell: readonly number[];
  /** y: what a^⟨t⟩ should have been; the loss of this step is ½‖a − y‖². */
  readonly target: readonly number[];
  /** δ: ∂L/∂c^⟨t⟩ as it comes back from step t + 1 along the cell, shape (n_a). */
  readonly carried: readonly number[];
}
export type GivenName = keyof GivenNumbers;
export const GIVEN_NAMES: readonly GivenName[] = [
  'input',
  'previousHidden',
  'previousCell',
  'target',
  'carried',
];

/** One step of one LSTM, batch of one. */
export interface StepCase {
  readonly spec: LstmSpec;
  readonly shape: CellShape;
  readonly parameters: CellParameters;
  readonly given: GivenNumbers;
}

/** Forward values, backward gradients and the loss of a step. */
export interface StepPass {
  readonly trace: SequenceTrace;
  readonly gradients: SequenceGradients;
  readonly loss: number;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

/**
 * A small cell drawn from a seed, every number rounded to two decimals so that its arithmetic can be followed on paper:
 * weights uniform in ±1, forget bias 1, peepholes (when there are any) uniform in ±1.
 */
export function createStepCase(hidden: number, seed: number, peepholes: boolean): StepCase {
  const spec: LstmSpec = { ...DEFAULT_LSTM, peepholes };
  const shape: CellShape = { inputs: INPUTS, hidden };
  const random = createRandom(seed);
  const draw = (scale: number) => round2(scale * (2 * random.next() - 1));
  const drawMany = (length: number, scale: number) => Array.from({ length }, () => draw(scale));
  // Given numbers come first, so that switching peepholes on leaves them as they were.
  const given: GivenNumbers = {
    input: drawMany(INPUTS, 1),
    previousHidden: drawMany(hidden, 0.9),
    previousCell: drawMany(hidden, 1.5),
    target: drawMany(hidden, 0.9),
    carried: drawMany(hidden, 0.5),
  };
  const parameters = zeroCell(spec, shape);
  for (const name of ['inputWeights', 'recurrentWeights', 'peepholes'] as const) {
    parameters[name].set(drawMany(parameters[name].length, 1));
  }
  parameters.bias.fill(FORGET_BIAS, 0, hidden);
  return { spec, shape, parameters, given };
}

/** The forward pass of a step, with values held by hand where asked. */
export function forwardStep(
  { spec, shape, parameters, given }: StepCase,
  holds: readonly Hold[] = [],
): SequenceTrace {
  return forwardSequence(
    spec,
    shape,
    parameters,
    { form: 'dense', values: Float64Array.from(given.input) },
    ONE_STEP,
    {
      initial: {
        hidden: Float64Array.from(given.previousHidden),
        cell: Float64Array.from(given.previousCell),
      },
      holds,
    },
  );
}

/** L = ½‖a − y‖² + δ·c: the loss of this step, and to first order what the cell does to the loss of all later ones. */
export function stepLoss({ final }: SequenceTrace, { target, carried }: GivenNumbers): number {
  let loss = 0;
  final.hidden.forEach((a, k) => {
    loss += 0.5 * (a - (target[k] ?? 0)) ** 2 + (carried[k] ?? 0) * (final.cell[k] ?? 0);
  });
  return loss;
}

/** Forward, loss and backward of a step, all by the reference model. */
export function passStep(step: StepCase): StepPass {
  const trace = forwardStep(step);
  const hidden = trace.final.hidden.map((a, k) => a - (step.given.target[k] ?? 0));
  const gradients = backwardSequence(trace, step.parameters, {
    hidden,
    finalCell: Float64Array.from(step.given.carried),
  });
  return { trace, gradients, loss: stepLoss(trace, step.given) };
}

/** The same case with one parameter moved; the original is left alone. */
export function moveParameter(
  step: StepCase,
  name: keyof CellParameters,
  index: number,
  by: number,
): StepCase {
  const { spec, shape } = step;
  const slots = ['inputWeights', 'recurrentWeights', 'bias', 'recurrentBias', 'peepholes'] as const;
  const flat = Float64Array.from(slots.flatMap((slot) => [...step.parameters[slot]]));
  const parameters = viewCell(spec, shape, flat);
  parameters[name][index] = (parameters[name][index] ?? 0) + by;
  return { ...step, parameters };
}

/** The same case with one given number moved. */
export function moveGiven(step: StepCase, name: GivenName, index: number, by: number): StepCase {
  const moved = step.given[name].map((value, i) => (i === index ? value + by : value));
  return { ...step, given: { ...step.given, [name]: moved } };
}

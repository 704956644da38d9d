import { addProductBack } from '../../../models/cells/products.ts';
import { gateRoles } from '../../../models/cells/roles.ts';
import {
  backwardStack,
  forwardStack,
  type Layers,
  outputWidth,
  type StackHold,
  type StackTrace,
} from '../../../models/cells/stack.ts';
import type { SequenceGradients, SequenceInput } from '../../../models/cells/types.ts';
import { NO_TARGET } from '../../../models/dense/losses.ts';
import { centralDifference } from '../../../models/finite-difference.ts';
import { headLogits, headLoss, headLossAndGradients, softmax } from '../../../models/softmax/full.ts';
import { type LabInput, type LabModel, type LabNetwork, viewLab } from '../model.ts';

/** The one number whose gradient is shown: a loss, or an entry of what the top layer hands on. */
export type Objective =
  /** Mean cross-entropy of the steps that have a target. */
  | { readonly kind: 'loss'; readonly targets: Int32Array }
  | { readonly kind: 'output'; readonly step: number; readonly unit: number };

export interface LabCase {
  readonly model: LabModel;
  readonly input: LabInput;
  readonly holds: readonly StackHold[];
}

export interface LabValues {
  readonly trace: StackTrace;
  /** ŷ (T, classes); null without read-out. */
  readonly probabilities: Float64Array | null;
}

/** Gradients of the objective with respect to everything. */
export interface LabGradients {
  /** The objective itself. */
  readonly value: number;
  readonly layers: Layers<SequenceGradients>;
  /** Flat, in the parameters' layout. */
  readonly parameters: Float64Array;
  /** ∂/∂x (T, n_x). Of one-hot inputs too: what a little of any other symbol would do. */
  readonly input: Float64Array;
}

const sequenceOf = (input: LabInput): SequenceInput =>
  input.kind === 'symbols' ? { form: 'one-hot', ids: input.ids } : { form: 'dense', values: input.values };

/** T. */
const stepsOf = (input: LabInput, { stack }: LabNetwork): number =>
  input.kind === 'symbols' ? input.ids.length : input.values.length / stack.inputs;

/** Every value of one sequence, from a zero state. */
export function computeValues({ model, input, holds }: LabCase): LabValues {
  const { network, parameters } = model;
  const { layers, head } = viewLab(network, parameters);
  const steps = stepsOf(input, network);
  const trace = forwardStack(network.stack, layers, sequenceOf(input), { steps, batch: 1 }, { holds });
  const probabilities = head && softmax(headLogits(head, trace.output, steps), head.bias.length);
  return { trace, probabilities };
}

/** The objective's value for values that are there already. */
function objectiveValue(model: LabModel, { trace }: LabValues, objective: Objective): number {
  if (objective.kind === 'output') {
    return trace.output[objective.step * outputWidth(model.network.stack) + objective.unit] ?? Number.NaN;
  }
  const { head } = viewLab(model.network, model.parameters);
  return head ? headLoss(head, trace.output, objective.targets).loss : Number.NaN;
}

/** The objective computed from nothing: what finite differences take. */
export function evaluate(given: LabCase, objective: Objective): number {
  return objectiveValue(given.model, computeValues(given), objective);
}

/** Backpropagation from the objective to everything. */
export function computeGradients(given: LabCase, { trace }: LabValues, objective: Objective): LabGradients {
  const { network, parameters } = given.model;
  const flat = new Float64Array(parameters.length);
  const into = viewLab(network, flat);
  const { layers, head } = viewLab(network, parameters);
  const output = new Float64Array(trace.output.length);
  let value = Number.NaN;
  if (objective.kind === 'output') {
    const index = objective.step * outputWidth(network.stack) + objective.unit;
    value = trace.output[index] ?? Number.NaN;
    if (index < output.length) output[index] = 1;
  } else if (head && into.head) {
    value = headLossAndGradients(head, trace.output, objective.targets, into.head, output).loss;
  }
  const back = backwardStack(trace, layers, { output }, into.layers);
  const input = back.input ?? oneHotGradient(given.model, back.layers);
  return { value, layers: back.layers, parameters: flat, input };
}

/** ∂/∂x of one-hot inputs: W_x ∂/∂z, every gate and both directions added. */
function oneHotGradient({ network, parameters }: LabModel, layers: Layers<SequenceGradients>): Float64Array {
  const { inputs, hidden, cell } = network.stack;
  const roles = gateRoles(cell);
  const [cells = []] = viewLab(network, parameters).layers;
  const steps = (layers[0]?.[0]?.values.hidden?.length ?? 0) / hidden;
  const result = new Float64Array(steps * inputs);
  const stride = roles.length * hidden;
  cells.forEach(({ inputWeights }, direction) => {
    roles.forEach((role, gate) => {
      const dz = layers[0]?.[direction]?.pre[role];
      const columns = { values: inputWeights, rows: inputs, stride, first: gate * hidden, count: hidden };
      if (dz) addProductBack(result, 0, dz, 0, columns, steps);
    });
  });
  return result;
}

/** Step of the central difference: near the cube root of the machine's rounding, where its two errors balance. */
const CHECK_STEP = 1e-5;

/** ∂objective/∂parameter by central differences: two forward passes, no backward pass. */
export function numericGradient(given: LabCase, objective: Objective, index: number): number {
  const lossOf = (parameters: Float64Array) =>
    evaluate({ ...given, model: { ...given.model, parameters } }, objective);
  return centralDifference(lossOf, given.model.parameters, index, CHECK_STEP);
}

/** Targets of which only one step's is left; the last one that has any for `step` null. */
export function onlyStep(targets: Int32Array, step: number | null): Int32Array {
  const asked = targets.findLastIndex((target) => target !== NO_TARGET);
  const at = step === null || targets[step] === NO_TARGET || step >= targets.length ? asked : step;
  return targets.map((target, index) => (index === at ? target : NO_TARGET));
}

import {
  add,
  keep,
  mul,
  type Scalar,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor,
  tidy,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import { gateRoles, hasCell } from '../../models/cells/roles.ts';
import { backwardSequence, forwardSequence, type OutputGradients } from '../../models/cells/sequence.ts';
import type {
  CellParameters,
  CellShape,
  CellSpec,
  CellState,
  SequenceSize,
} from '../../models/cells/types.ts';
import { dense, recurrence } from './ops.ts';
import { extraWidth } from './recurrent/cell.ts';

/** A pass through a sequence and back, with dense inputs. */
export interface SequencePass {
  readonly spec: CellSpec;
  readonly shape: CellShape;
  readonly size: SequenceSize;
  readonly parameters: CellParameters;
  /** (T, B, n_x). */
  readonly input: Float64Array;
  readonly initial: CellState;
  /** ∂L/∂ of every a and of the final state. */
  readonly output: Required<OutputGradients>;
  readonly reverse: boolean;
  /** (T, B), 1 = computed; null: every step. */
  readonly mask: Uint8Array | null;
}

/** What comes of a pass; what begins with d is a gradient. Extra: a recurrent bias or peepholes. Empty where there is none. */
export type PassName =
  | 'hidden'
  | 'finalHidden'
  | 'finalCell'
  | 'dInput'
  | 'dInputWeights'
  | 'dRecurrentWeights'
  | 'dBias'
  | 'dExtra'
  | 'dInitialHidden'
  | 'dInitialCell';
export type PassNumbers = Readonly<Record<PassName, Float64Array>>;

/** Values and every gradient by the reference. */
export function sequenceByReference(pass: SequencePass): PassNumbers {
  const { spec, shape, parameters, size, initial, reverse, mask } = pass;
  const input = { form: 'dense', values: pass.input } as const;
  const options = { initial, reverse, ...(mask ? { mask } : {}) };
  const trace = forwardSequence(spec, shape, parameters, input, size, options);
  const d = backwardSequence(trace, parameters, pass.output);
  return {
    hidden: trace.values.hidden ?? NONE,
    finalHidden: trace.final.hidden,
    finalCell: trace.final.cell,
    dInput: d.input ?? NONE,
    dInputWeights: d.parameters.inputWeights,
    dRecurrentWeights: d.parameters.recurrentWeights,
    dBias: d.parameters.bias,
    dExtra: extraOf(spec, d.parameters),
    dInitialHidden: d.initial.hidden,
    dInitialCell: d.initial.cell,
  };
}

const NONE = new Float64Array(0);

/** The same by our ops on TF.js's current backend, gradients by its tape. */
export async function sequenceOnDevice(pass: SequencePass): Promise<PassNumbers> {
  const outputs: Tensor[] = [];
  const { value, grads } = tidy(() => {
    const loss = (...inputs: Tensor[]) => {
      const { hidden, final } = runPass(pass, inputs);
      outputs.push(keep(hidden), keep(final));
      return lossOf(pass, hidden, final);
    };
    return valueAndGrads(loss)(upload(pass));
  });
  const [hidden = NONE, final = NONE] = await Promise.all(outputs.map(read));
  const gradients = await Promise.all(grads.map(read));
  const [dInput = NONE, dInputWeights = NONE, dRecurrentWeights = NONE, dBias = NONE] = gradients;
  const [, , , , dInitial = NONE, dExtra = NONE] = gradients;
  for (const each of [value, ...grads, ...outputs]) each.dispose();
  const block = pass.initial.hidden.length;
  return {
    hidden,
    finalHidden: final.slice(0, block),
    finalCell: final.slice(block),
    dInput,
    dInputWeights,
    dRecurrentWeights,
    dBias,
    dExtra,
    dInitialHidden: dInitial.slice(0, block),
    dInitialCell: dInitial.slice(block),
  };
}

/** x, W_x, W_a, b, initial state, and b_hc or peepholes where there are such. */
function upload({ spec, shape, size, parameters, input, initial }: SequencePass): Tensor[] {
  const columns = gateRoles(spec).length * shape.hidden;
  const extra = extraOf(spec, parameters);
  return [
    toTensor(input, [size.steps * size.batch, shape.inputs]),
    toTensor(parameters.inputWeights, [shape.inputs, columns]),
    toTensor(parameters.recurrentWeights, [shape.hidden, columns]),
    toTensor(parameters.bias, [columns]),
    toTensor(joined(initial.hidden, initial.cell), stateShape(spec, shape, size)),
    ...(extra.length > 0 ? [toTensor(extra, [extra.length])] : []),
  ];
}

function runPass({ spec, shape, size, reverse, mask }: SequencePass, inputs: readonly Tensor[]) {
  const [x, inputWeights, weights, bias, initial, extra] = inputs as readonly [
    Tensor2D,
    Tensor2D,
    Tensor2D,
    Tensor1D,
    Tensor3D,
    Tensor1D?,
  ];
  const z = dense(x, inputWeights, bias);
  const masks = mask ? tensor(Int32Array.from(mask), [size.steps, size.batch], 'int32') : null;
  const attributes = { spec, ...size, hidden: shape.hidden, reverse, fromFinal: true };
  return recurrence({ z, weights, initial, extra: extra ?? null, mask: masks }, attributes);
}

function lossOf({ spec, shape, size, output }: SequencePass, hidden: Tensor, final: Tensor): Scalar {
  const weights = toTensor(output.hidden, hidden.shape);
  const finals = toTensor(joined(output.finalHidden, output.finalCell), stateShape(spec, shape, size));
  return add(sum(mul(hidden, weights)), sum(mul(final, finals)));
}

function extraOf(spec: CellSpec, { recurrentBias, peepholes }: CellParameters): Float64Array {
  return extraWidth(spec) === 1 ? recurrentBias : peepholes;
}

function stateShape(spec: CellSpec, { hidden }: CellShape, { batch }: SequenceSize): readonly number[] {
  return [hasCell(spec) ? 2 : 1, batch, hidden];
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function toTensor(values: Float64Array, shape: readonly number[]): Tensor {
  return tensor(Float32Array.from(values), [...shape], 'float32');
}

async function read(from: Tensor): Promise<Float64Array> {
  return Float64Array.from(await from.data());
}

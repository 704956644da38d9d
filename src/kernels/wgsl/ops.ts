import {
  engine,
  getGradient,
  type NamedAttrMap,
  type NamedTensorMap,
  registerGradient,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import {
  type CrossEntropyAttributes,
  OPS,
  type PackAttributes,
  type RecurrenceAttributes,
  type SlotPlace,
  type ThinAttributes,
  type UpdateAttributes,
} from './names.ts';
import { extraWidth, traceLanes } from './recurrent/cell.ts';
import type { TokenRows } from './tokens.ts';

/*
 * Our ops as functions of tensors. Their gradients are registered with TF.js, so its tape, `tidy` and memory management
 * hold for them as for its own.
 */

function run(op: keyof typeof OPS, inputs: readonly Tensor[], attributes: object = {}): Tensor[] {
  // An array passes for a map of tensors, as in TF.js's own `concat`.
  const outputs = engine().runKernel(
    OPS[op],
    inputs as unknown as NamedTensorMap,
    attributes as NamedAttrMap,
  );
  return outputs as Tensor[];
}

/** The n-th tensor of an op's results: their number is fixed by the op. */
function nth<T extends Tensor>(tensors: readonly Tensor[], index: number): T {
  const tensor = tensors[index];
  if (!tensor) throw new RangeError(`an op has no result ${index}`);
  return tensor as T;
}

/** The flat parameters' slots as tensors of their own. */
export function unpack(flat: Tensor1D, slots: readonly SlotPlace[]): Tensor[] {
  return run('unpack', [flat], { slots, length: flat.size } satisfies PackAttributes);
}

/** W(id) + b for each token of the batch: (N, C). */
export function lookUp(tokens: Tensor1D, batch: TokenRows, weights: Tensor2D, bias: Tensor1D): Tensor2D {
  return nth(run('lookUp', [tokens, weights, bias], { ...batch }), 0);
}

/** x·W + b, (N, K) → (N, C). */
export function dense(x: Tensor2D, weights: Tensor2D, bias: Tensor1D): Tensor2D {
  return nth(run('dense', [x, weights, bias]), 0);
}

export interface RecurrenceInputs {
  /** x·W_x + b of all steps (T·B, G·n_a). */
  readonly z: Tensor2D;
  /** W_a (n_a, G·n_a). */
  readonly weights: Tensor2D;
  /** (S, B, n_a): a, and c for an LSTM (S = 2). */
  readonly initial: Tensor3D;
  /** b_hc of a GRU that resets after the product, or an LSTM's peepholes. */
  readonly extra?: Tensor1D | null;
  /** (T, B), 32-bit integers: 0 = the step is left out, the state passes unchanged. */
  readonly mask?: Tensor | null;
}

/** A recurrent layer over a whole sequence: a at every step (T·B, n_a), and the state after the last computed step. */
export function recurrence(
  { z, weights, initial, extra, mask }: RecurrenceInputs,
  attributes: Omit<RecurrenceAttributes, 'masked'>,
): { readonly hidden: Tensor2D; readonly final: Tensor3D } {
  const { spec, steps, batch, hidden } = attributes;
  const shape = [traceLanes(spec).length, steps, batch, hidden];
  const trace: Tensor = nth(run('empty', [], { shape }), 0);
  const inputs = [z, weights, initial, trace];
  if (extraWidth(spec) > 0) {
    if (!extra) throw new RangeError('this cell needs a recurrent bias or peepholes');
    inputs.push(extra);
  }
  if (mask) inputs.push(mask);
  const outputs = run('recurrence', inputs, { ...attributes, masked: Boolean(mask) });
  return { hidden: nth(outputs, 0), final: nth(outputs, 1) };
}

/** What a layer hands on (N, K), thinned out. */
export function thin(x: Tensor2D, attributes: ThinAttributes): Tensor2D {
  return nth(run('thin', [x], { ...attributes }), 0);
}

/** Mean cross-entropy (nats) of the rows with a target, and the share of them whose target is the most probable class. */
export function crossEntropy(
  logits: Tensor2D,
  tokens: Tensor1D,
  attributes: CrossEntropyAttributes,
): { readonly loss: Scalar; readonly accuracy: Scalar } {
  const outputs = run('crossEntropy', [logits, tokens], { ...attributes });
  return { loss: nth(outputs, 0), accuracy: nth(outputs, 1) };
}

export interface UpdateTensors {
  /** Changed in place. */
  readonly parameters: Tensor1D;
  /** Changed in place; as many as the rule keeps. */
  readonly moments: readonly Tensor1D[];
  readonly gradients: Tensor1D;
  readonly loss: Scalar;
  readonly accuracy: Scalar;
  /** (rows, 3), one row of it written. */
  readonly curve: Tensor2D;
}

/** One optimiser step, in place. */
export function update(
  { parameters, moments, gradients, loss, accuracy, curve }: UpdateTensors,
  attributes: UpdateAttributes,
): void {
  run('update', [parameters, gradients, loss, accuracy, curve, ...moments], attributes);
}

type GradientFunction = (dys: readonly Tensor[], saved: readonly Tensor[], attributes: object) => Tensor[];

/** Registers a gradient: `give` names the inputs, in order, that the results belong to; the others have none. */
function registerOpGradient(
  op: keyof typeof OPS,
  saves: { readonly inputs?: readonly number[]; readonly all?: boolean },
  give: readonly number[],
  compute: GradientFunction,
): void {
  if (getGradient(OPS[op])) return;
  registerGradient({
    kernelName: OPS[op],
    ...(saves.all ? { saveAllInputs: true } : { inputsToSave: (saves.inputs ?? []).map(String) }),
    gradFunc: (dy, saved, attrs) => {
      const results = compute(Array.isArray(dy) ? dy : [dy], saved, attrs);
      return Object.fromEntries(give.map((input, i) => [String(input), () => nth(results, i)]));
    },
  });
}

/** Makes our ops known to TF.js's tape, whatever the backend. */
export function registerOpGradients(): void {
  registerOpGradient('unpack', {}, [0], (dys, _saved, attributes) => run('pack', dys, attributes));
  registerOpGradient('lookUp', { inputs: [0] }, [1, 2], ([dz], [tokens], attributes) =>
    run('lookUpGradient', present(tokens, dz), attributes),
  );
  registerOpGradient('dense', { inputs: [0, 1] }, [0, 1, 2], ([dz], [x, weights]) =>
    run('denseGradient', present(x, weights, dz)),
  );
  registerOpGradient('thin', {}, [0], (dys, _saved, attributes) => run('thin', dys, attributes));
  registerOpGradient('crossEntropy', { inputs: [0, 1] }, [0], ([dy], [logits, tokens], attributes) =>
    run('crossEntropyGradient', present(logits, tokens, dy), attributes),
  );
  // Inputs: z, weights, initial, trace, extra?, mask?.
  registerOpGradient('recurrence', { all: true }, [0, 1, 2, 4], recurrenceGradient);
}

function recurrenceGradient(
  [above, dFinal]: readonly Tensor[],
  [, weights, , trace, ...rest]: readonly Tensor[],
  attributes: object,
): Tensor[] {
  const { fromFinal } = attributes as RecurrenceAttributes;
  const final = fromFinal ? present(dFinal) : [];
  return run('recurrenceGradient', [...present(above, weights, trace), ...final, ...rest], attributes);
}

function present(...tensors: readonly (Tensor | undefined)[]): Tensor[] {
  return tensors.map((tensor) => {
    if (!tensor) throw new RangeError('a tensor that the gradient needs was not saved');
    return tensor;
  });
}

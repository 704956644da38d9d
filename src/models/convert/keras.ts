import { zeroCell } from '../cells/parameters.ts';
import type { CellParameters, CellShape, CellSpec } from '../cells/types.ts';
import {
  type Conversion,
  type ConversionError,
  converted,
  refused,
  type Tensor,
  tensorError,
} from './conversion.ts';
import {
  copyGates,
  gatePlaces,
  gatesInColumns,
  inward,
  KERAS_ORDERS,
  ourMatrices,
  outward,
  structureError,
} from './gates.ts';

/**
 * `layer.get_weights()` of Keras's SimpleRNN, GRU or LSTM: kernel (n_x, G·n_a), recurrent kernel (n_a, G·n_a), and the bias
 * (G·n_a), or (2, G·n_a) for a GRU with `reset_after=True`, absent with `use_bias=False`. Gates i f c o and z r h;
 * h = z ∗ h_prev + (1 − z) ∗ candidate. A Bidirectional wrapper holds two of these.
 */
export interface KerasWeights {
  readonly kernel: Tensor;
  readonly recurrentKernel: Tensor;
  readonly bias?: Tensor;
}

/** Keras weights of one layer as our parameters. `reset_after` must be what the spec says: `reset: 'after'`. */
export function fromKeras(
  spec: CellSpec,
  shape: CellShape,
  weights: KerasWeights,
): Conversion<CellParameters> {
  const error = kerasError(spec) ?? weightsError(spec, shape, weights);
  if (error) return refused(error);
  const { inputs, hidden } = shape;
  const parameters = zeroCell(spec, shape);
  const ours = ourMatrices(spec, parameters, hidden);
  const theirs = kerasMatrices(spec, shape, weights);
  const places = inward(gatePlaces(spec, KERAS_ORDERS));
  copyGates(theirs.input, ours.input, places, inputs, hidden);
  copyGates(theirs.recurrent, ours.recurrent, places, hidden, hidden);
  copyGates(theirs.bias, ours.bias, places, 1, hidden);
  if (isResetAfter(spec)) addRecurrentBias(spec, shape, theirs.bias.data, parameters);
  return converted(parameters);
}

/** Our parameters as Keras weights, always with a bias; a GRU with `reset: 'after'` gets the (2, 3·n_a) form. */
export function toKeras(
  spec: CellSpec,
  shape: CellShape,
  parameters: CellParameters,
): Conversion<Required<KerasWeights>> {
  const error = kerasError(spec);
  if (error) return refused(error);
  const { inputs, hidden } = shape;
  const ours = ourMatrices(spec, parameters, hidden);
  const theirs = kerasMatrices(spec, shape);
  const places = outward(gatePlaces(spec, KERAS_ORDERS));
  copyGates(ours.input, theirs.input, places, inputs, hidden);
  copyGates(ours.recurrent, theirs.recurrent, places, hidden, hidden);
  copyGates(ours.bias, theirs.bias, places, 1, hidden);
  const columns = KERAS_ORDERS[spec.kind].length * hidden;
  if (isResetAfter(spec)) theirs.bias.data.set(parameters.recurrentBias, columns + 2 * hidden);
  return converted({
    kernel: { shape: [inputs, columns], data: theirs.input.data },
    recurrentKernel: { shape: [hidden, columns], data: theirs.recurrent.data },
    bias: { shape: biasShape(spec, hidden), data: theirs.bias.data },
  });
}

/** Why Keras has no such layer; null when it has. Keras's LSTM has one `activation` for the candidate and the cell. */
export function kerasError(spec: CellSpec): ConversionError | null {
  const error = structureError(spec);
  if (error || spec.kind !== 'lstm' || spec.output === spec.candidate) return error;
  return { code: 'activation', role: 'cell', expected: [spec.candidate], found: spec.output };
}

function isResetAfter(spec: CellSpec): boolean {
  return spec.kind === 'gru' && spec.reset === 'after';
}

function biasShape(spec: CellSpec, hidden: number): readonly number[] {
  const columns = KERAS_ORDERS[spec.kind].length * hidden;
  return isResetAfter(spec) ? [2, columns] : [columns];
}

function weightsError(
  spec: CellSpec,
  { inputs, hidden }: CellShape,
  { kernel, recurrentKernel, bias }: KerasWeights,
): ConversionError | null {
  const columns = KERAS_ORDERS[spec.kind].length * hidden;
  return (
    tensorError('kernel', kernel, [inputs, columns]) ??
    tensorError('recurrent_kernel', recurrentKernel, [hidden, columns]) ??
    resetError(spec, bias, columns) ??
    (bias ? tensorError('bias', bias, biasShape(spec, hidden)) : null)
  );
}

/** A GRU's bias tells on which side of the product the layer resets: (2, 3·n_a) after, (3·n_a) before. */
function resetError(spec: CellSpec, bias: Tensor | undefined, columns: number): ConversionError | null {
  if (spec.kind !== 'gru' || !bias) return null;
  const found = bias.shape.length === 2 ? 'after' : 'before';
  if (found === spec.reset || bias.shape.at(-1) !== columns) return null;
  return { code: 'reset', expected: spec.reset, found };
}

function kerasMatrices(spec: CellSpec, { inputs, hidden }: CellShape, weights?: KerasWeights) {
  const gates = KERAS_ORDERS[spec.kind].length;
  const columns = gates * hidden;
  const at = gatesInColumns(gates, hidden);
  const biasLength = biasShape(spec, hidden).reduce((product, size) => product * size, 1);
  return {
    input: { data: weights?.kernel.data ?? new Float64Array(inputs * columns), at },
    recurrent: { data: weights?.recurrentKernel.data ?? new Float64Array(hidden * columns), at },
    bias: { data: weights?.bias?.data ?? new Float64Array(biasLength), at },
  };
}

/** The second row of a (2, 3·n_a) bias joins the first, except the candidate's part, which stays inside the reset product. */
function addRecurrentBias(
  spec: CellSpec,
  { hidden }: CellShape,
  bias: Float64Array,
  parameters: CellParameters,
): void {
  const columns = 3 * hidden;
  for (const { role, ours, theirs, sign } of gatePlaces(spec, KERAS_ORDERS)) {
    for (let unit = 0; unit < hidden; unit++) {
      const value = sign * bias[columns + theirs * hidden + unit]!;
      if (role === 'candidate') parameters.recurrentBias[unit] = value;
      else parameters.bias[ours * hidden + unit]! += value;
    }
  }
}

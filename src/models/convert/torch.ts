import { zeroCell } from '../cells/parameters.ts';
import { directionCount, type Layers, layerShape, mapStack, type StackSpec } from '../cells/stack.ts';
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
  activationError,
  copyGates,
  gatePlaces,
  gatesInColumns,
  gatesInRows,
  inward,
  ourMatrices,
  outward,
  structureError,
  TORCH_ORDERS,
} from './gates.ts';

/*
 * PyTorch's nn.RNN, nn.GRU and nn.LSTM (documentation of torch.nn): weight_ih_l{k} (G·n_a, n_x), weight_hh_l{k}
 * (G·n_a, n_a), bias_ih_l{k} and bias_hh_l{k} (G·n_a), with `_reverse` for the backward direction; gates i f g o and
 * r z n; h = (1 − z) ∗ n + z ∗ h_prev with n = tanh(W_in x + b_in + r ∗ (W_hn h_prev + b_hn)).
 */
export type TorchState = Readonly<Record<string, Tensor>>;

/**
 * A PyTorch state dictionary as our parameters. The two biases of a gate are added, except b_in and b_hn of a GRU, which
 * lie on two sides of the reset product. `bias=False` (no bias entries at all) becomes zeros.
 */
export function fromTorch(spec: StackSpec, state: TorchState): Conversion<Layers<CellParameters>> {
  const error = torchError(spec) ?? stateError(spec, state);
  if (error) return refused(error);
  return converted(
    mapStack(spec, (layer, direction) =>
      readCell(spec.cell, layerShape(spec, layer), state, torchSuffix(layer, direction)),
    ),
  );
}

/**
 * Our parameters as a PyTorch state dictionary, always with both biases: `bias_hh` is zero, except a GRU's b_hn. Loads into
 * nn.RNN, nn.GRU or nn.LSTM with the same sizes.
 */
export function toTorch(spec: StackSpec, parameters: Layers<CellParameters>): Conversion<TorchState> {
  const error = torchError(spec);
  if (error) return refused(error);
  const cells = parameters.flatMap((cellsOfLayer, layer) =>
    cellsOfLayer.map((cell, direction) =>
      writeCell(spec.cell, layerShape(spec, layer), cell, torchSuffix(layer, direction)),
    ),
  );
  return converted(Object.assign({}, ...cells) as TorchState);
}

/** `_l0`, `_l0_reverse`, `_l1`, … */
export function torchSuffix(layer: number, direction: number): string {
  return `_l${layer}${direction === 1 ? '_reverse' : ''}`;
}

/** Why PyTorch has no such network; null when it has. */
export function torchError(spec: StackSpec): ConversionError | null {
  if (spec.directions === 'sum') return { code: 'directions', found: 'sum' };
  return structureError(spec.cell) ?? fixedError(spec.cell);
}

function fixedError(spec: CellSpec): ConversionError | null {
  if (spec.kind === 'rnn') return activationError('candidate', spec.activation, ['tanh', 'relu']);
  if (spec.kind === 'gru' && spec.reset === 'before') {
    return { code: 'reset', expected: 'after', found: 'before' };
  }
  return (
    activationError('update', spec.gate, ['sigmoid']) ??
    activationError('candidate', spec.candidate, ['tanh']) ??
    (spec.kind === 'lstm' ? activationError('cell', spec.output, ['tanh']) : null)
  );
}

function stateError(spec: StackSpec, state: TorchState): ConversionError | null {
  for (let layer = 0; layer < spec.layers; layer++) {
    const shape = layerShape(spec, layer);
    for (let direction = 0; direction < directionCount(spec); direction++) {
      const error = cellError(spec.cell, shape, state, torchSuffix(layer, direction));
      if (error) return error;
    }
  }
  return null;
}

function cellError(
  spec: CellSpec,
  shape: CellShape,
  state: TorchState,
  suffix: string,
): ConversionError | null {
  const rows = TORCH_ORDERS[spec.kind].length * shape.hidden;
  const hasBias = `bias_ih${suffix}` in state || `bias_hh${suffix}` in state;
  const expected: readonly (readonly [string, readonly number[]])[] = [
    [`weight_ih${suffix}`, [rows, shape.inputs]],
    [`weight_hh${suffix}`, [rows, shape.hidden]],
    ...(hasBias
      ? ([
          [`bias_ih${suffix}`, [rows]],
          [`bias_hh${suffix}`, [rows]],
        ] as const)
      : []),
  ];
  for (const [name, size] of expected) {
    const error = tensorError(name, state[name], size);
    if (error) return error;
  }
  return null;
}

/** PyTorch's four arrays of one cell as gate matrices. */
function torchMatrices(spec: CellSpec, shape: CellShape, state: TorchState, suffix: string) {
  const gates = TORCH_ORDERS[spec.kind].length;
  const bias = gatesInColumns(gates, shape.hidden);
  const data = (name: string, length: number) => state[name + suffix]?.data ?? new Float64Array(length);
  const rows = gates * shape.hidden;
  return {
    input: { data: data('weight_ih', rows * shape.inputs), at: gatesInRows(shape.inputs, shape.hidden) },
    recurrent: {
      data: data('weight_hh', rows * shape.hidden),
      at: gatesInRows(shape.hidden, shape.hidden),
    },
    inputBias: { data: data('bias_ih', rows), at: bias },
    recurrentBias: { data: data('bias_hh', rows), at: bias },
  };
}

function readCell(spec: CellSpec, shape: CellShape, state: TorchState, suffix: string): CellParameters {
  const { inputs, hidden } = shape;
  const parameters = zeroCell(spec, shape);
  const ours = ourMatrices(spec, parameters, hidden);
  const theirs = torchMatrices(spec, shape, state, suffix);
  const places = inward(gatePlaces(spec, TORCH_ORDERS));
  copyGates(theirs.input, ours.input, places, inputs, hidden);
  copyGates(theirs.recurrent, ours.recurrent, places, hidden, hidden);
  const second = zeroCell(spec, shape).bias;
  copyGates(theirs.inputBias, ours.bias, places, 1, hidden);
  copyGates(theirs.recurrentBias, { data: second, at: ours.bias.at }, places, 1, hidden);
  if (spec.kind === 'gru') {
    const candidate = second.subarray(2 * hidden);
    parameters.recurrentBias.set(candidate);
    candidate.fill(0);
  }
  for (let i = 0; i < second.length; i++) parameters.bias[i]! += second[i]!;
  return parameters;
}

function writeCell(spec: CellSpec, shape: CellShape, parameters: CellParameters, suffix: string): TorchState {
  const { inputs, hidden } = shape;
  const ours = ourMatrices(spec, parameters, hidden);
  const theirs = torchMatrices(spec, shape, {}, suffix);
  const places = outward(gatePlaces(spec, TORCH_ORDERS));
  copyGates(ours.input, theirs.input, places, inputs, hidden);
  copyGates(ours.recurrent, theirs.recurrent, places, hidden, hidden);
  copyGates(ours.bias, theirs.inputBias, places, 1, hidden);
  if (spec.kind === 'gru') theirs.recurrentBias.data.set(parameters.recurrentBias, 2 * hidden);
  const rows = TORCH_ORDERS[spec.kind].length * hidden;
  return {
    [`weight_ih${suffix}`]: { shape: [rows, inputs], data: theirs.input.data },
    [`weight_hh${suffix}`]: { shape: [rows, hidden], data: theirs.recurrent.data },
    [`bias_ih${suffix}`]: { shape: [rows], data: theirs.inputBias.data },
    [`bias_hh${suffix}`]: { shape: [rows], data: theirs.recurrentBias.data },
  };
}

import { backwardSequence, forwardSequence, type OutputGradients } from './sequence.ts';
import type {
  CellGradients,
  CellParameters,
  CellSpec,
  SequenceGradients,
  SequenceInput,
  SequenceSize,
  SequenceTrace,
} from './types.ts';

/**
 * Layers on top of one another with skip connections past them (Wu et al. 2016, section 3.1; He et al. 2016):
 * o^[1] = a^[1], and from the second layer on o^[l] = a^[l] + o^[l−1], where a^[l] is what layer l computes from o^[l−1].
 * Without them o^[l] = a^[l], the plain stack. The state that a layer carries through time is a, never o.
 */
export interface SkipStack {
  readonly cell: CellSpec;
  readonly inputs: number;
  readonly hidden: number;
  readonly layers: number;
  readonly skips: boolean;
}

export interface SkipStackTrace {
  readonly stack: SkipStack;
  /** Every layer's own values; `values.hidden` is a^[l]. */
  readonly layers: readonly SequenceTrace[];
  /** What the top layer hands on, o^[L] (T, B, n_a). */
  readonly output: Float64Array;
}

export interface SkipStackGradients {
  /** Of every layer's own values; `values.hidden` is ∂L/∂a^[l]. */
  readonly layers: readonly SequenceGradients[];
}

/** Runs all layers, one (`CellParameters`) each, and keeps every trace. */
export function forwardSkipStack(
  stack: SkipStack,
  parameters: readonly CellParameters[],
  input: SequenceInput,
  size: SequenceSize,
): SkipStackTrace {
  const layers: SequenceTrace[] = [];
  let output = new Float64Array(0);
  parameters.forEach((cell, layer) => {
    const shape = { inputs: layer === 0 ? stack.inputs : stack.hidden, hidden: stack.hidden };
    const below: SequenceInput = layer === 0 ? input : { form: 'dense', values: output };
    const trace = forwardSequence(stack.cell, shape, cell, below, size);
    const said = trace.values.hidden ?? new Float64Array(0);
    output = stack.skips && layer > 0 ? sum(output, said) : Float64Array.from(said);
    layers.push(trace);
  });
  return { stack, layers, output };
}

/**
 * Backpropagation from ∂L/∂o^[L] (T, B, n_a), top to bottom. A skip connection hands the gradient of a sum to both of its
 * terms, unchanged. Parameter gradients are added to `into` when it is given.
 */
export function backwardSkipStack(
  { stack, layers }: SkipStackTrace,
  parameters: readonly CellParameters[],
  output: Float64Array,
  into?: readonly CellGradients[],
): SkipStackGradients {
  const gradients: SequenceGradients[] = [];
  let above = output;
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const [trace, cell] = [layers[layer], parameters[layer]];
    if (!trace || !cell) throw new RangeError(`no parameters for layer ${layer}`);
    const arriving: OutputGradients = { hidden: above };
    const own = backwardSequence(trace, cell, arriving, into?.[layer]);
    gradients.unshift(own);
    const through = own.input ?? new Float64Array(0);
    above = stack.skips && layer > 0 ? sum(through, above) : through;
  }
  return { layers: gradients };
}

const sum = (a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> =>
  Float64Array.from(a, (value, i) => value + b[i]!);

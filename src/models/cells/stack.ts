import { type Dropout, dropoutFactors } from './dropout.ts';
import { cellParameterCount, viewCell } from './parameters.ts';
import { backwardSequence, forwardSequence, type OutputGradients, zeroState } from './sequence.ts';
import type {
  CellGradients,
  CellParameters,
  CellShape,
  CellSpec,
  CellState,
  Hold,
  SequenceGradients,
  SequenceInput,
  SequenceSize,
  SequenceTrace,
} from './types.ts';

/**
 * Layers on top of one another, each running forward in time or both ways (Schuster & Paliwal 1997). A layer's output, the
 * next layer's input, is a (T, B, n_a), or the two directions' a side by side (`concat`, forward first; width 2·n_a) or
 * added (`sum`).
 */
export interface StackSpec {
  readonly cell: CellSpec;
  readonly inputs: number;
  readonly hidden: number;
  readonly layers: number;
  readonly directions: 'forward' | 'concat' | 'sum';
}

/** One value per direction of a layer: [forward] or [forward, backward]. */
export type Directions<T> = readonly T[];
/** One value per layer and direction, first layer first: `[layer][direction]`. */
export type Layers<T> = readonly Directions<T>[];

/** A hold in one layer and direction (0 forward, 1 backward). */
export interface StackHold extends Hold {
  readonly layer: number;
  readonly direction: number;
}

export interface StackOptions {
  readonly initial?: Layers<CellState>;
  readonly holds?: readonly StackHold[];
  /** (T, B), 1 where a step is computed: see `masks.ts`. The same for all layers. */
  readonly mask?: Uint8Array;
  /** While training: what every layer hands on, the top one too, is thinned out. */
  readonly dropout?: Dropout;
}

export interface StackTrace {
  readonly spec: StackSpec;
  readonly dropout?: Dropout;
  readonly layers: Layers<SequenceTrace>;
  /** What the top layer hands on, (T, B, `outputWidth`). */
  readonly output: Float64Array;
}

export interface StackOutputGradients {
  /** ∂L/∂output (T, B, `outputWidth`). */
  readonly output?: Float64Array;
  /** ∂L/∂ of each final state, on top of what `output` says. */
  readonly final?: Layers<CellState>;
}

export interface StackGradients {
  readonly layers: Layers<SequenceGradients>;
  /** ∂L/∂x (T, B, n_x) for dense input, both directions added; absent for one-hot input. */
  readonly input?: Float64Array;
}

export function directionCount({ directions }: Pick<StackSpec, 'directions'>): number {
  return directions === 'forward' ? 1 : 2;
}

/** Width of a layer's output. */
export function outputWidth({ directions, hidden }: StackSpec): number {
  return directions === 'concat' ? 2 * hidden : hidden;
}

/** Shape of the cells of one layer. */
export function layerShape(spec: StackSpec, layer: number): CellShape {
  return { inputs: layer === 0 ? spec.inputs : outputWidth(spec), hidden: spec.hidden };
}

/** One value for each cell of the stack. */
export function mapStack<T>(spec: StackSpec, make: (layer: number, direction: number) => T): Layers<T> {
  return Array.from({ length: spec.layers }, (_, layer) =>
    Array.from({ length: directionCount(spec) }, (_unused, direction) => make(layer, direction)),
  );
}

export function stackParameterCount(spec: StackSpec): number {
  return mapStack(spec, (layer) => cellParameterCount(spec.cell, layerShape(spec, layer)))
    .flat()
    .reduce((sum, count) => sum + count, 0);
}

/** Views into one flat vector: layer after layer, forward before backward, each in the order of `cellSlots`. */
export function viewStack(spec: StackSpec, flat: Float64Array, offset = 0): Layers<CellParameters> {
  let start = offset;
  return mapStack(spec, (layer) => {
    const shape = layerShape(spec, layer);
    const view = viewCell(spec.cell, shape, flat, start);
    start += cellParameterCount(spec.cell, shape);
    return view;
  });
}

/** Runs all layers and keeps every trace. No layers: the output is empty. */
export function forwardStack(
  spec: StackSpec,
  parameters: Layers<CellParameters>,
  input: SequenceInput,
  size: SequenceSize,
  options: StackOptions = {},
): StackTrace {
  const layers: SequenceTrace[][] = [];
  let below = input;
  for (const [layer, cells] of parameters.entries()) {
    const shape = layerShape(spec, layer);
    const run = (cell: CellParameters, direction: number) =>
      forwardSequence(spec.cell, shape, cell, below, size, {
        initial: options.initial?.[layer]?.[direction] ?? zeroState(spec.cell, shape, size.batch),
        holds: (options.holds ?? []).filter((hold) => hold.layer === layer && hold.direction === direction),
        reverse: direction === 1,
        ...(options.mask ? { mask: options.mask } : {}),
      });
    const traces = cells.map(run);
    layers.push(traces);
    const merged = mergeDirections(spec, traces.map(hiddenOf));
    below = { form: 'dense', values: thinned(merged, layer, options.dropout) };
  }
  return {
    spec,
    layers,
    ...(options.dropout ? { dropout: options.dropout } : {}),
    output: layers.length > 0 && below.form === 'dense' ? below.values : new Float64Array(0),
  };
}

/** Backpropagation through all layers, top to bottom. Parameter gradients are added to `into` when it is given. */
export function backwardStack(
  trace: StackTrace,
  parameters: Layers<CellParameters>,
  output: StackOutputGradients,
  into?: Layers<CellGradients>,
): StackGradients {
  const layers: Directions<SequenceGradients>[] = [];
  let above = output.output;
  for (let layer = trace.layers.length - 1; layer >= 0; layer--) {
    const traces = trace.layers[layer] ?? [];
    const shares = above ? splitDirections(trace.spec, thinned(above, layer, trace.dropout)) : [];
    const gradients = traces.map((each, direction) =>
      backwardSequence(
        each,
        cellAt(parameters, layer, direction),
        outputGradients(shares[direction], output.final?.[layer]?.[direction]),
        into?.[layer]?.[direction],
      ),
    );
    layers.unshift(gradients);
    above = addInputs(gradients);
  }
  return { layers, ...(above && trace.layers.length > 0 ? { input: above } : {}) };
}

/** Values of a layer's output, or their gradient, under dropout: a factor each. */
function thinned(values: Float64Array, layer: number, dropout: Dropout | undefined): Float64Array {
  if (!dropout || dropout.rate === 0) return values;
  const factors = dropoutFactors(dropout, layer, values.length);
  return values.map((value, i) => value * factors[i]!);
}

function hiddenOf(trace: SequenceTrace): Float64Array {
  return trace.values.hidden ?? new Float64Array(0);
}

function cellAt(parameters: Layers<CellParameters>, layer: number, direction: number): CellParameters {
  const cell = parameters[layer]?.[direction];
  if (!cell) throw new RangeError(`no parameters for layer ${layer}, direction ${direction}`);
  return cell;
}

function outputGradients(hidden: Float64Array | undefined, final: CellState | undefined): OutputGradients {
  return {
    ...(hidden ? { hidden } : {}),
    ...(final ? { finalHidden: final.hidden, finalCell: final.cell } : {}),
  };
}

/** The two directions' hidden states as one layer output. */
function mergeDirections({ directions, hidden }: StackSpec, parts: Directions<Float64Array>): Float64Array {
  const [forward = new Float64Array(0), backward] = parts;
  if (!backward) return forward;
  if (directions === 'sum') return forward.map((value, i) => value + (backward[i] ?? 0));
  const merged = new Float64Array(2 * forward.length);
  for (let i = 0; i < forward.length; i += hidden) {
    merged.set(forward.subarray(i, i + hidden), 2 * i);
    merged.set(backward.subarray(i, i + hidden), 2 * i + hidden);
  }
  return merged;
}

/** The gradient of a layer output, given back to each direction. */
function splitDirections({ directions, hidden }: StackSpec, merged: Float64Array): Directions<Float64Array> {
  if (directions === 'forward') return [merged];
  if (directions === 'sum') return [merged, merged];
  const forward = new Float64Array(merged.length / 2);
  const backward = new Float64Array(merged.length / 2);
  for (let i = 0; i < forward.length; i += hidden) {
    forward.set(merged.subarray(2 * i, 2 * i + hidden), i);
    backward.set(merged.subarray(2 * i + hidden, 2 * i + 2 * hidden), i);
  }
  return [forward, backward];
}

/** Both directions read the same input, so its gradients add up. */
function addInputs(gradients: Directions<SequenceGradients>): Float64Array | undefined {
  const [forward, backward] = gradients.map((each) => each.input);
  if (!forward || !backward) return forward;
  return forward.map((value, i) => value + (backward[i] ?? 0));
}

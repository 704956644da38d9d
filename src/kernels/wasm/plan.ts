import { hasRecurrentBias } from '../../models/cells/parameters.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { CellShape, CellSpec, SequenceSize } from '../../models/cells/types.ts';
import type { Activation } from '../../models/dense/activations.ts';
import type { Arena } from './arena.ts';
import type { LayerRecord } from './records.ts';

/** An activation's code is its place here: assembly/activations.ts has the same order. */
export const ACTIVATION_CODES: readonly Activation[] = [
  'sigmoid',
  'tanh',
  'hard-sigmoid',
  'hard-sigmoid-torch',
  'hard-tanh',
  'relu',
  'leaky-relu',
  'elu',
  'softplus',
  'softsign',
  'gelu',
  'silu',
  'linear',
];

/** Those whose derivative cannot be had from y = g(z). */
const NEED_PRE: readonly Activation[] = ['softplus', 'softsign', 'gelu', 'silu'];

/** Columns in a panel of packed weights. */
export const PANEL = 8;
/** Rows of a block of packed input in a weight gradient: DEPTH in assembly/products.ts. */
const DEPTH = 256;

export function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}

function codeOf(activation: Activation): number {
  return ACTIVATION_CODES.indexOf(activation);
}

/** Bytes of scratch for weight gradients with at most `rows` rows: packed input, a panel, an edge tile. */
export function scratchBytes(rows: number): number {
  return 4 * (roundUp(rows, 4) * DEPTH + PANEL * DEPTH + 4 * PANEL + 32);
}

/** Equations as codes. */
function codes(spec: CellSpec) {
  const gateCount = gateRoles(spec).length;
  const none = { gateCount, firstGates: gateCount, output: 0, reset: 0, keeps: 0, peephole: 0 };
  if (spec.kind === 'rnn') return { ...none, kind: 0, gate: 0, candidate: codeOf(spec.activation) };
  const gates = { gate: codeOf(spec.gate), candidate: codeOf(spec.candidate) };
  if (spec.kind === 'lstm') {
    return { ...none, ...gates, kind: 2, output: codeOf(spec.output), peephole: Number(spec.peepholes) };
  }
  const full = spec.variant === 'full';
  const reset = hasRecurrentBias(spec) ? 2 : Number(full);
  return {
    ...none,
    ...gates,
    kind: 1,
    firstGates: full ? gateCount - 1 : gateCount,
    reset,
    keeps: Number(spec.update === 'keeps'),
  };
}

/** Whether the pre-activations of gates and candidate have to be kept. */
function keepsPre(spec: CellSpec): boolean {
  const used = spec.kind === 'rnn' ? [spec.activation] : [spec.gate, spec.candidate];
  return used.some((activation) => NEED_PRE.includes(activation));
}

/** Bytes between rows of gates: a line more than they need, lest rows fall on the same lines of a cache. */
function gateStride(columns: number): number {
  return 4 * (columns + 16);
}

export interface LayerPlaces {
  readonly parameters: number;
  readonly gradients: number;
  /** Dense input: its address and bytes between rows; else null. */
  readonly input: { readonly at: number; readonly stride: number } | null;
  /** One-hot input: the ids' address; else 0. */
  readonly ids: number;
  /** (T, B) bytes, or null when no step is ever left out. */
  readonly mask: number | null;
  /** Where ∂L/∂x goes and bytes between rows; null when nobody asks. */
  readonly inputGradient: { readonly at: number; readonly stride: number } | null;
}

/** Lays out one layer: everything that it computes, and its packed weights. */
export function planLayer(
  arena: Arena,
  spec: CellSpec,
  shape: CellShape,
  { steps, batch }: SequenceSize,
  places: LayerPlaces,
): LayerRecord {
  const equations = codes(spec);
  const { inputs, hidden } = shape;
  const padded = roundUp(hidden, PANEL);
  const columns = equations.gateCount * padded;
  const stride = gateStride(columns);
  const rows = steps * batch;
  const when = (wanted: unknown, count: number) => (wanted ? arena.take(count) : 0);
  const { input, inputGradient } = places;
  const lstm = spec.kind === 'lstm';
  const { reset } = equations;
  return {
    ...equations,
    inputs,
    hidden,
    padded,
    steps,
    batch,
    dense: Number(input !== null),
    masked: 0,
    gateStride: stride,
    stateStride: 4 * padded,
    inputStride: input?.stride ?? 0,
    inputGradientStride: inputGradient?.stride ?? 0,
    parameters: places.parameters,
    gradients: places.gradients,
    packedFirst: arena.take(equations.firstGates * padded * hidden),
    packedFirstBack: arena.take(padded * equations.firstGates * padded),
    packedSecond: when(reset, padded * hidden),
    packedSecondBack: when(reset, padded * padded),
    packedInput: when(input, columns * inputs),
    packedInputBack: when(inputGradient, roundUp(inputs, PANEL) * columns),
    bias: arena.take(columns),
    recurrentBias: when(reset, padded),
    peepholes: when(equations.peephole, 3 * padded),
    ids: places.ids,
    input: input?.at ?? 0,
    mask: places.mask ?? 0,
    hiddenStates: arena.take((1 + steps) * batch * padded),
    cellStates: when(lstm, (1 + steps) * batch * padded),
    shown: when(lstm, rows * padded),
    gates: arena.take((rows * stride) / 4),
    pre: when(keepsPre(spec), (rows * stride) / 4),
    operand: when(reset, rows * padded),
    above: arena.take(rows * padded),
    hiddenGradient: arena.take(batch * padded),
    cellGradient: when(lstm, batch * padded),
    operandGradient: when(reset === 1, batch * padded),
    inputGradient: inputGradient?.at ?? 0,
  };
}

/** Where the state after the last step stands. */
export function finalStates(layer: LayerRecord): { readonly hidden: number; readonly cell: number } {
  const past = layer.steps * layer.batch * layer.stateStride;
  return { hidden: layer.hiddenStates + past, cell: layer.cellStates && layer.cellStates + past };
}

/** Throws a RangeError unless all sizes are whole numbers from 1 on. */
export function checkSizes(sizes: Readonly<Record<string, number>>): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new RangeError(`${name}: expected a whole number from 1 on, found ${size}`);
    }
  }
}

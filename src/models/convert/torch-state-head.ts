import type { SoftmaxHead } from '../softmax/full.ts';
import type { Tensor } from './conversion.ts';
import type { TorchStateFault, TorchStateNote } from './torch-state.ts';

/** nn.Linear's `weight` (V, n), row-major, of our (n, V); and `bias` (V). */
export function writeLinear({ weights, bias }: SoftmaxHead, prefix: string): readonly [string, Tensor][] {
  const classes = bias.length;
  const width = weights.length / classes;
  return [
    [`${prefix}weight`, { shape: [classes, width], data: transpose(weights, width, classes) }],
    [`${prefix}bias`, { shape: [classes], data: bias.slice() }],
  ];
}

export type HeadSearch =
  | {
      readonly ok: true;
      readonly head: SoftmaxHead | null;
      /** Names that need no further mention. */
      readonly used: readonly string[];
      readonly notes: readonly TorchStateNote[];
    }
  | { readonly ok: false; readonly fault: TorchStateFault };

/** The nn.Linear of that prefix as our read-out on an output of that width. */
export function readLinear(tensors: ReadonlyMap<string, Tensor>, prefix: string, width: number): HeadSearch {
  const [weightName, biasName] = [`${prefix}weight`, `${prefix}bias`];
  const weight = tensors.get(weightName);
  const bias = tensors.get(biasName);
  if (!weight) return { ok: false, fault: { code: 'missing', name: weightName } };
  const classes = weight.shape[0] ?? 0;
  if (!fits(weight, width)) return misfit(weightName, [null, width], weight);
  if (bias && !isVector(bias, classes)) return misfit(biasName, [classes], bias);
  return {
    ok: true,
    head: {
      weights: transpose(weight.data, classes, width),
      bias: bias ? bias.data.slice() : new Float64Array(classes),
    },
    used: bias ? [weightName, biasName] : [weightName],
    notes: bias ? [] : [{ code: 'head-zero-bias', name: biasName }],
  };
}

/**
 * The read-out among what is left of a state dictionary: the only matrix `….weight` with `width` columns that is not called
 * an embedding; of several, the only one with a bias. Otherwise none, and a note.
 */
export function findHead(rest: ReadonlyMap<string, Tensor>, width: number): HeadSearch {
  const linears = [...rest].filter(([name, { shape }]) => /(^|\.)weight$/.test(name) && shape.length === 2);
  const candidates = linears.filter(([name, tensor]) => fits(tensor, width) && !/emb/i.test(name));
  const withBias = candidates.filter(([name]) => rest.has(biasOf(name)));
  const choice = candidates.length === 1 ? candidates : withBias;
  if (choice.length === 1) return readLinear(rest, choice.map(([name]) => prefixOf(name)).join(), width);
  if (candidates.length > 0) {
    const names = candidates.map(([name]) => name);
    return { ok: true, head: null, used: [], notes: [{ code: 'head-unclear', names }] };
  }
  const misfits = linears.filter(([name]) => rest.has(biasOf(name)));
  return {
    ok: true,
    head: null,
    used: misfits.flatMap(([name]) => [name, biasOf(name)]),
    notes: misfits.map(([name, { shape }]) => ({
      code: 'head-shape',
      name,
      expected: [null, width],
      found: shape,
    })),
  };
}

function fits({ shape, data }: Tensor, width: number): boolean {
  const [classes = 0, columns] = shape;
  return shape.length === 2 && classes > 0 && columns === width && data.length === classes * width;
}

function isVector({ shape, data }: Tensor, length: number): boolean {
  return shape.length === 1 && shape[0] === length && data.length === length;
}

function misfit(name: string, expected: readonly (number | null)[], { shape }: Tensor): HeadSearch {
  return { ok: false, fault: { code: 'shape', name, expected, found: shape } };
}

function prefixOf(weight: string): string {
  return weight.slice(0, -'weight'.length);
}

function biasOf(weight: string): string {
  return `${prefixOf(weight)}bias`;
}

/** (rows, columns) → (columns, rows). */
function transpose(data: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from(data, (_, i) => data[(i % rows) * columns + Math.floor(i / rows)]!);
}

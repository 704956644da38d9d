import { cellSlots } from '../cells/parameters.ts';
import {
  directionCount,
  layerShape,
  outputWidth,
  type StackSpec,
  stackParameterCount,
} from '../cells/stack.ts';
import type { Tensor } from './conversion.ts';
import { finiteNotes, type NamedTensors, type StackModel, type TorchStateResult } from './torch-state.ts';

/*
 * Our own names, for networks that PyTorch has no module for: `layers.0.inputWeights` …, with `forward.` or `backward.` in
 * front of the slot when there are two directions, then `head.weights` (n, V) and `head.bias` (V). Slots that a cell lacks
 * are left out.
 */

/** Names and shapes in the order of the flat parameters; made as they are asked for, since a file may claim any size. */
function* plainSlots(spec: StackSpec): Generator<{ name: string; shape: readonly number[]; length: number }> {
  const directions = directionCount(spec) === 1 ? [''] : ['forward.', 'backward.'];
  for (let layer = 0; layer < spec.layers; layer++) {
    for (const direction of directions) {
      for (const { name, shape, length } of cellSlots(spec.cell, layerShape(spec, layer))) {
        if (length > 0) yield { name: `layers.${layer}.${direction}${name}`, shape, length };
      }
    }
  }
}

export function writePlain({ spec, parameters, head }: StackModel): ReadonlyMap<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  let offset = 0;
  for (const { name, shape, length } of plainSlots(spec)) {
    tensors.set(name, { shape, data: parameters.slice(offset, offset + length) });
    offset += length;
  }
  if (!head) return tensors;
  const classes = head.bias.length;
  tensors.set('head.weights', { shape: [outputWidth(spec), classes], data: head.weights.slice() });
  return tensors.set('head.bias', { shape: [classes], data: head.bias.slice() });
}

/** The network that `spec` describes from tensors of our own names. */
export function readPlain({ tensors }: NamedTensors, spec: StackSpec): TorchStateResult {
  const expected: { name: string; shape: readonly number[] }[] = [];
  for (const slot of plainSlots(spec)) {
    const fault = slotFault(tensors, slot.name, slot.shape);
    if (fault) return fault;
    expected.push(slot);
  }
  const classes = tensors.get('head.bias')?.shape[0] ?? tensors.get('head.weights')?.shape[1];
  const head =
    classes === undefined
      ? []
      : [
          { name: 'head.weights', shape: [outputWidth(spec), classes] },
          { name: 'head.bias', shape: [classes] },
        ];
  for (const { name, shape } of head) {
    const fault = slotFault(tensors, name, shape);
    if (fault) return fault;
  }
  const used = [...expected, ...head].map(({ name }) => name);
  return {
    ok: true,
    form: 'plain',
    model: { spec, ...gather(tensors, spec, expected, head.length > 0) },
    notes: [
      ...used.flatMap((name) => finiteNotes(name, tensors.get(name)!)),
      ...[...tensors]
        .filter(([name]) => !used.includes(name))
        .map(([name, { shape }]) => ({ code: 'extra', name, shape }) as const),
    ],
  };
}

function gather(
  tensors: ReadonlyMap<string, Tensor>,
  spec: StackSpec,
  slots: readonly { readonly name: string }[],
  hasHead: boolean,
): Omit<StackModel, 'spec'> {
  const dataOf = (name: string) => tensors.get(name)?.data ?? new Float64Array(0);
  const parameters = new Float64Array(stackParameterCount(spec));
  let offset = 0;
  for (const { name } of slots) {
    const data = dataOf(name);
    parameters.set(data, offset);
    offset += data.length;
  }
  const head = { weights: dataOf('head.weights').slice(), bias: dataOf('head.bias').slice() };
  return { parameters, head: hasHead ? head : null };
}

function slotFault(
  tensors: ReadonlyMap<string, Tensor>,
  name: string,
  expected: readonly number[],
): (TorchStateResult & { ok: false }) | null {
  const found = tensors.get(name)?.shape;
  if (!found) return { ok: false, fault: { code: 'missing', name } };
  const fits = found.length === expected.length && found.every((size, i) => size === expected[i]);
  return fits ? null : { ok: false, fault: { code: 'shape', name, expected, found } };
}

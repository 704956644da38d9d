import fc from 'fast-check';
import { type StackSpec, stackParameterCount } from '../cells/stack.ts';
import type { CellSpec } from '../cells/types.ts';
import { ACTIVATIONS, type Activation } from '../dense/activations.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import type { Tensor } from './conversion.ts';
import type { NamedTensors, StackModel, TorchStateFault, TorchStateResult } from './torch-state.ts';

const activation = fc.constantFrom(...(Object.keys(ACTIVATIONS) as Activation[]));
/** Mostly what PyTorch has fixed, so that a good part of the cells can go there. */
const usually = (fixed: Activation) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(fixed) }, { weight: 1, arbitrary: activation });

export const anyCell: fc.Arbitrary<CellSpec> = fc.oneof(
  fc.record({ kind: fc.constant('rnn' as const), activation: usually('tanh') }),
  fc.record({
    kind: fc.constant('gru' as const),
    variant: fc.constantFrom('full' as const, 'full' as const, 'simplified' as const),
    reset: fc.constantFrom('before' as const, 'after' as const),
    update: fc.constantFrom('writes' as const, 'keeps' as const),
    gate: usually('sigmoid'),
    candidate: usually('tanh'),
  }),
  fc.record({
    kind: fc.constant('lstm' as const),
    peepholes: fc.boolean(),
    gate: usually('sigmoid'),
    candidate: usually('tanh'),
    output: usually('tanh'),
  }),
);

export const anyStack: fc.Arbitrary<StackSpec> = fc.record({
  cell: anyCell,
  inputs: fc.integer({ min: 1, max: 4 }),
  hidden: fc.integer({ min: 1, max: 4 }),
  layers: fc.integer({ min: 1, max: 3 }),
  directions: fc.constantFrom('forward' as const, 'concat' as const, 'sum' as const),
});

/** A network with repeatable numbers, with a read-out of `classes`, if any. */
export function modelOf(spec: StackSpec, classes = 0, seed = 1): StackModel {
  const width = spec.directions === 'concat' ? 2 * spec.hidden : spec.hidden;
  const head = { weights: testNumbers(seed + 1, width * classes), bias: testNumbers(seed + 2, classes) };
  return {
    spec,
    parameters: testNumbers(seed, stackParameterCount(spec)),
    head: classes > 0 ? head : null,
  };
}

/** A tensor of repeatable numbers. */
export function tensorOf(...shape: readonly number[]): Tensor {
  return {
    shape,
    data: testNumbers(
      5,
      shape.reduce((product, size) => product * size, 1),
    ),
  };
}

export function fileWith(tensors: Readonly<Record<string, Tensor>>): NamedTensors {
  return { tensors: new Map(Object.entries(tensors)) };
}

export function opened(result: TorchStateResult): TorchStateResult & { ok: true } {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result;
}

export function faultOf(result: TorchStateResult): TorchStateFault | null {
  return result.ok ? null : result.fault;
}

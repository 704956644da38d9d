import { expect } from 'vitest';
import type { CellCase, LossWeights } from '../../models/cells/cells.testkit.ts';
import { cellCase, lossWeights } from '../../models/cells/cells.testkit.ts';
import { viewCell } from '../../models/cells/parameters.ts';
import { backwardSequence, forwardSequence } from '../../models/cells/sequence.ts';
import type { CellShape, CellSpec, SequenceInput, SequenceSize } from '../../models/cells/types.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import type { SequenceKernel, WasmEngine } from './types.ts';

/** A gradient may be off by this part of its tensor's length. */
export const GRADIENT_TOLERANCE = 1e-4;

/** What a forward value may be off by, K being the longest sum: 1e-5 · √(K / 16). */
export function forwardTolerance(longest: number): number {
  return 1e-5 * Math.sqrt(longest / 16);
}

export function norm(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

/** ‖found − expected‖ ≤ tolerance · max(floor, ‖expected‖), and no NaN. */
export function expectNear(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what: string,
  floor = 0,
): void {
  expect(found.length, what).toBe(expected.length);
  const difference = norm(Float64Array.from(expected, (value, i) => value - found[i]!));
  const length = Math.max(floor, norm(expected));
  expect(difference, `${what}: off by ${difference} of ${length}`).toBeLessThanOrEqual(tolerance * length);
}

export interface ParityOptions {
  readonly reverse?: boolean;
  readonly mask?: Uint8Array;
  readonly oneHot?: boolean;
  /** Inputs are multiplied by this. */
  readonly scale?: number;
  readonly seed?: number;
}

export interface ParityCase extends CellCase {
  readonly sequence: SequenceInput;
  readonly weights: LossWeights;
  readonly options: ParityOptions;
}

/** Numbers that 32 bits hold exactly, so that both sides compute with the same. */
function rounded(values: Float64Array, scale = 1): Float64Array {
  return values.map((value) => Math.fround(value * scale));
}

export function parityCase(
  spec: CellSpec,
  shape: CellShape,
  size: SequenceSize,
  options: ParityOptions = {},
): ParityCase {
  const base = cellCase(spec, shape, size, options.seed ?? 1);
  const weight = 1 / Math.sqrt(Math.max(1, shape.hidden / 4));
  const flat = rounded(base.flat, weight);
  const seen = testNumbers(7, size.steps * size.batch);
  const ids = Int32Array.from(seen, (value) => Math.floor(((value + 1) / 2) * shape.inputs * 0.999));
  const input = { form: 'dense', values: rounded(base.input.values, options.scale) } as const;
  const weights = lossWeights(base);
  return {
    ...base,
    flat,
    parameters: viewCell(spec, shape, flat),
    input,
    sequence: options.oneHot ? { form: 'one-hot', ids } : input,
    initial: { hidden: rounded(base.initial.hidden), cell: rounded(base.initial.cell) },
    weights: {
      hidden: rounded(weights.hidden),
      finalHidden: rounded(weights.finalHidden),
      finalCell: rounded(weights.finalCell),
    },
    options,
  };
}

export function referenceOf({
  spec,
  shape,
  parameters,
  sequence,
  size,
  initial,
  weights,
  options,
}: ParityCase) {
  const trace = forwardSequence(spec, shape, parameters, sequence, size, {
    initial,
    reverse: options.reverse ?? false,
    ...(options.mask ? { mask: options.mask } : {}),
  });
  return { trace, gradients: backwardSequence(trace, parameters, weights) };
}

/** The kernel with the case's numbers in it, run forward and back. */
export function kernelOf(engine: WasmEngine, subject: ParityCase): SequenceKernel {
  const { spec, shape, size, options, weights } = subject;
  const form = options.oneHot ? 'one-hot' : 'dense';
  const kernel = engine.createSequence(spec, shape, size, { form, reverse: options.reverse ?? false });
  kernel.parameters.set(subject.flat);
  if (subject.sequence.form === 'dense') kernel.input.set(subject.sequence.values);
  else kernel.ids.set(subject.sequence.ids);
  if (options.mask) kernel.mask.set(options.mask);
  kernel.initial.hidden.set(subject.initial.hidden);
  kernel.initial.cell.set(subject.initial.cell);
  kernel.forward();
  kernel.outputGradients.set(weights.hidden);
  kernel.finalGradients.hidden.set(weights.finalHidden);
  kernel.finalGradients.cell.set(weights.finalCell);
  kernel.backward();
  return kernel;
}

/** Forward values, and the gradients of parameters (array by array), input and initial state. */
export function expectParity(engine: WasmEngine, subject: ParityCase, floor = 1e-12): void {
  const kernel = kernelOf(engine, subject);
  const { trace, gradients } = referenceOf(subject);
  const near = forwardTolerance(subject.shape.hidden + subject.shape.inputs);
  expectNear(kernel.hidden, trace.values.hidden ?? [], near, 'hidden', 1);
  expectNear(kernel.final.hidden, trace.final.hidden, near, 'final hidden', 1);
  expectNear(kernel.final.cell, trace.final.cell, near, 'final cell', 1);
  let start = 0;
  for (const [name, expected] of Object.entries(gradients.parameters)) {
    const found = kernel.gradients.subarray(start, start + expected.length);
    expectNear(found, expected, GRADIENT_TOLERANCE, name, floor);
    start += expected.length;
  }
  expectNear(kernel.inputGradients, gradients.input ?? [], GRADIENT_TOLERANCE, 'input', floor);
  expectNear(kernel.initialGradients.hidden, gradients.initial.hidden, GRADIENT_TOLERANCE, 'a⁰', floor);
  expectNear(kernel.initialGradients.cell, gradients.initial.cell, GRADIENT_TOLERANCE, 'c⁰', floor);
  kernel.dispose();
}

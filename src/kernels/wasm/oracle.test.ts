import { describe, expect, it } from 'vitest';
import { viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { directionCount, layerShape, mapStack } from '../../models/cells/stack.ts';
import type { CellParameters, CellSpec } from '../../models/cells/types.ts';
import { fromKeras } from '../../models/convert/keras.ts';
import { fromTorch, toTorch } from '../../models/convert/torch.ts';
import {
  convertedValue,
  gradientNamed,
  stackOfCase,
  type TorchCase,
  torchCases,
  torchStateOf,
} from '../../models/convert/torch-cases.testkit.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import { networkCells, type TokenNetwork, viewNetwork } from '../../models/network/token-network.ts';
import { type OracleTensor, oracle, tensorValues } from '../../models/oracle.testkit.ts';
import { expectNear } from './parity.testkit.ts';
import type { KernelState, SequenceKernel } from './types.ts';
import { openTestWasm } from './wasm.testkit.ts';

/*
 * PyTorch's and Keras's numbers through the kernels: what the reference is held to in models/convert.
 */

const engine = await openTestWasm();
const torch = torchCases();

function flatOf(parameters: CellParameters): Float32Array {
  return Float32Array.from(Object.values(parameters).flatMap((values: Float64Array) => [...values]));
}

/** Columns `first` … of each row of `width` numbers. */
function columns(values: ArrayLike<number>, width: number, first: number, count: number): number[] {
  return Array.from(values).filter((_, i) => i % width >= first && i % width < first + count);
}

/** The directions' values side by side, row by row. */
function beside(parts: readonly ArrayLike<number>[], width: number): number[] {
  const rows = (parts[0]?.length ?? 0) / width;
  return Array.from({ length: rows }, (_, row) =>
    parts.flatMap((part) => Array.from(part).slice(row * width, (row + 1) * width)),
  ).flat();
}

/** A stack of sequence kernels, run forward and back. */
function runTorch(subject: TorchCase) {
  const spec = stackOfCase(subject);
  const parameters = convertedValue(fromTorch(spec, torchStateOf(subject.params)));
  const size = { steps: subject.T, batch: subject.B };
  const state = subject.B * subject.H;
  const part = (from: OracleTensor | undefined, index: number) =>
    from?.data.slice(index * state, (index + 1) * state) ?? [];
  const index = (layer: number, direction: number) => layer * directionCount(spec) + direction;
  let below: ArrayLike<number> = subject.x.data;
  const kernels = parameters.map((cells, layer) => {
    const made = cells.map((cell, direction) => {
      const options = { form: 'dense', reverse: direction === 1 } as const;
      const kernel = engine.createSequence(spec.cell, layerShape(spec, layer), size, options);
      kernel.parameters.set(flatOf(cell));
      kernel.input.set(below);
      kernel.initial.hidden.set(part(subject.h0, index(layer, direction)));
      kernel.initial.cell.set(part(subject.c0, index(layer, direction)));
      kernel.forward();
      return kernel;
    });
    below = beside(
      made.map((kernel) => kernel.hidden),
      subject.H,
    );
    return made;
  });
  let above: ArrayLike<number> = subject.dout.data;
  for (let layer = spec.layers - 1; layer >= 0; layer--) {
    const made = kernels[layer] ?? [];
    made.forEach((kernel, direction) => {
      const width = made.length * subject.H;
      kernel.outputGradients.set(columns(above, width, direction * subject.H, subject.H));
      kernel.finalGradients.hidden.set(part(subject.dhn, index(layer, direction)));
      kernel.finalGradients.cell.set(part(subject.dcn, index(layer, direction)));
      kernel.backward();
    });
    above = Array.from(made[0]?.inputGradients ?? [], (each, i) => each + (made[1]?.inputGradients[i] ?? 0));
  }
  return { spec, kernels, output: below, inputGradients: above };
}

/**
 * A network kernel that has been through the case's sequence: each of its inputs is a token, whose row is x · W_x. At every
 * step class 0 of 2 is asked for.
 */
function runNetwork(subject: TorchCase) {
  const stack = stackOfCase(subject);
  const size = { steps: subject.T, batch: subject.B };
  const inputs = subject.T * subject.B;
  const network: TokenNetwork = { ...stack, spec: stack.cell, inputs, classes: 2 };
  const kernel = engine.createNetwork(network, size, { kind: 'sgd', learningRate: 0 });
  const cells = convertedValue(fromTorch(stack, torchStateOf(subject.params)));
  const flat = new Float64Array(kernel.parameters.length);
  const views = viewNetwork(network, flat);
  for (const { layer, direction } of networkCells(network)) {
    const from = cells[layer]?.[direction];
    const to = views.layers[layer]?.[direction];
    if (!from || !to) throw new Error('a cell of the case');
    const { inputWeights, ...rest } = from;
    for (const [name, values] of Object.entries(rest)) to[name as keyof typeof rest].set(values);
    if (layer > 0) to.inputWeights.set(inputWeights);
    else
      to.inputWeights.set(
        times(subject.x.data, inputWeights, stack.inputs, inputWeights.length / stack.inputs),
      );
  }
  views.head.weights.set(testNumbers(3, views.head.weights.length));
  kernel.parameters.set(flat);
  kernel.states.forEach(({ hidden, cell }, i) => {
    hidden.set(subject.h0.data.slice(i * hidden.length, (i + 1) * hidden.length));
    cell.set(subject.c0?.data.slice(i * cell.length, (i + 1) * cell.length) ?? []);
  });
  const ids = Int32Array.from({ length: inputs }, (_, row) => row);
  const { loss } = kernel.lossAndGradients({ ids, targets: new Int32Array(inputs) });
  return { states: kernel.states, loss, head: views.head };
}

/** A (rows × terms) · B (terms × columns), in 64 bits. */
function times(a: ArrayLike<number>, b: Float64Array, terms: number, columns: number): Float64Array {
  return Float64Array.from({ length: (a.length / terms) * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < terms; k++) sum += a[row * terms + k]! * b[k * columns + column]!;
    return sum;
  });
}

const join = (
  kernels: readonly (readonly SequenceKernel[])[],
  take: (kernel: SequenceKernel) => Float32Array,
) => kernels.flat().flatMap((kernel) => [...take(kernel)]);

describe.skipIf(!torch)('PyTorch (skipped without the oracle folder)', () => {
  const cases = (torch ?? []).map((subject, i) => [i, subject.kind, subject] as const);

  it.each(cases)('case %i, %s: outputs, final states and every gradient', (_index, _kind, subject) => {
    const { spec, kernels, output, inputGradients } = runTorch(subject);
    const { out, hn, cn, dx, dh0, dc0, grads } = subject.expect;
    expectNear(output, out.data, 1e-5, 'output');
    expectNear(
      join(kernels, ({ final }) => final.hidden),
      hn.data,
      1e-5,
      'final hidden',
    );
    expectNear(
      join(kernels, ({ final }) => final.cell),
      cn?.data ?? [],
      1e-5,
      'final cell',
    );
    expectNear(inputGradients, dx.data, 1e-4, 'input');
    expectNear(
      join(kernels, (kernel) => kernel.initialGradients.hidden),
      dh0.data,
      1e-4,
      'a⁰',
    );
    expectNear(
      join(kernels, (kernel) => kernel.initialGradients.cell),
      dc0?.data ?? [],
      1e-4,
      'c⁰',
    );
    const gradients = mapStack(spec, (layer, direction) => {
      const found = Float64Array.from(kernels[layer]?.[direction]?.gradients ?? []);
      return viewCell(spec.cell, layerShape(spec, layer), found);
    });
    const theirs = convertedValue(toTorch(spec, gradients));
    for (const [name, expected] of Object.entries(grads)) {
      expectNear(gradientNamed(theirs, name, subject), expected.data, 1e-4, name);
    }
  });

  it.each(cases)(
    'case %i, %s: the whole network reads and ends as PyTorch does',
    (_index, _kind, subject) => {
      const { states, loss, head } = runNetwork(subject);
      const joined = (take: (state: KernelState) => Float32Array) =>
        states.flatMap((state) => [...take(state)]);
      const { out, hn, cn } = subject.expect;
      const logits = times(out.data, head.weights, head.weights.length / 2, 2);
      const surprises = Array.from({ length: logits.length / 2 }, (_, row) =>
        Math.log1p(Math.exp(logits[2 * row + 1]! - logits[2 * row]!)),
      );
      expect(loss).toBeCloseTo(surprises.reduce((sum, each) => sum + each, 0) / surprises.length, 5);
      expectNear(
        joined(({ hidden }) => hidden),
        hn.data,
        1e-5,
        'final hidden',
      );
      expectNear(
        joined(({ cell }) => cell),
        cn?.data ?? [],
        1e-5,
        'final cell',
      );
    },
  );

  it('has three that read both ways', () => {
    expect((torch ?? []).filter(({ bidirectional }) => bidirectional)).toHaveLength(3);
  });

  it('has ten cases', () => {
    expect(cases).toHaveLength(10);
  });
});

interface KerasCase {
  readonly input: OracleTensor;
  readonly weights: readonly OracleTensor[];
  readonly expected: OracleTensor;
}

/** Settings that the files omit, by case number: see the folder's SOURCES.md. */
const SETTINGS = Array.from({ length: 9 }, (_, i) => ({
  index: i,
  sigmoid: i === 1,
  reverse: [3, 4, 7, 8].includes(i),
  stateful: i > 4,
}));

function kerasCell(layer: string, sigmoid: boolean): CellSpec {
  const gate = sigmoid ? 'sigmoid' : 'hard-sigmoid';
  const activation = sigmoid ? 'sigmoid' : 'tanh';
  if (layer === 'SimpleRNN') return { ...DEFAULT_RNN, activation };
  if (layer === 'GRU') return { ...DEFAULT_GRU, update: 'keeps', gate, candidate: activation };
  return { ...DEFAULT_LSTM, gate, candidate: activation, output: activation };
}

type KerasSetting = (typeof SETTINGS)[number];

/** A kernel that has Keras's weights and input in it. */
function kerasKernel(layer: string, subject: KerasCase, { sigmoid, reverse }: KerasSetting): SequenceKernel {
  const [kernel, recurrentKernel, bias] = subject.weights;
  if (!kernel || !recurrentKernel) throw new Error('two matrices at least');
  const spec = kerasCell(layer, sigmoid);
  const shape = { inputs: kernel.shape[0] ?? 0, hidden: recurrentKernel.shape[0] ?? 0 };
  const read = (from: OracleTensor) => ({ shape: from.shape, data: tensorValues(from) });
  const weights = { kernel: read(kernel), recurrentKernel: read(recurrentKernel) };
  const given = bias ? { ...weights, bias: read(bias) } : weights;
  const size = { steps: subject.input.shape[0] ?? 0, batch: 1 };
  const made = engine.createSequence(spec, shape, size, { form: 'dense', reverse });
  made.parameters.set(flatOf(convertedValue(fromKeras(spec, shape, given))));
  made.input.set(subject.input.data);
  return made;
}

/** Going backwards Keras returns the outputs in the order in which they were computed. */
function inKerasOrder({ hidden, final }: SequenceKernel, reverse: boolean): number[] {
  const width = final.hidden.length;
  const rows = Array.from({ length: hidden.length / width }, (_, t) => [
    ...hidden.subarray(t * width, (t + 1) * width),
  ]);
  return (reverse ? rows.reverse() : rows).flat();
}

describe.each(['LSTM', 'GRU', 'SimpleRNN'])('Keras %s (skipped without the oracle folder)', (layer) => {
  const file = oracle<Record<string, KerasCase>>(`keras-recurrent/${layer}.json`);

  it.skipIf(!file).each(SETTINGS)('case $index', (setting) => {
    const subject = file?.[`recurrent.${layer}.${setting.index}`];
    if (!subject) throw new Error('no such case');
    const kernel = kerasKernel(layer, subject, setting);
    kernel.forward();
    if (setting.stateful) {
      kernel.initial.hidden.set(kernel.final.hidden);
      kernel.initial.cell.set(kernel.final.cell);
      kernel.forward();
    }
    const last = subject.expected.shape.length === 1;
    const found = last ? [...kernel.final.hidden] : inKerasOrder(kernel, setting.reverse);
    expect(found.length).toBe(subject.expected.data.length);
    subject.expected.data.forEach((expected, i) => {
      expect(Math.abs((found[i] ?? Number.NaN) - expected), `entry ${i}`).toBeLessThan(1e-5);
    });
  });
});

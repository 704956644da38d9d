import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import {
  backwardStack,
  forwardStack,
  type Layers,
  layerShape,
  type StackSpec,
  stackParameterCount,
  viewStack,
} from '../cells/stack.ts';
import type { CellParameters, CellSpec } from '../cells/types.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { type OracleTensor, tensorValues } from '../oracle.testkit.ts';
import type { Tensor } from './conversion.ts';
import { fromTorch, type TorchState, torchSuffix, toTorch } from './torch.ts';
import {
  convertedValue,
  gradientNamed,
  stackOfCase,
  type TorchCase,
  torchCases,
  torchStateOf,
  torchStates,
} from './torch-cases.testkit.ts';

/** The file prints nine digits, of inputs and weights too; twelve steps multiply what that leaves out. */
const TOLERANCE = 3e-7;
const data = torchCases();

const GRU_AFTER: CellSpec = { ...DEFAULT_GRU, reset: 'after' };
function expectClose(found: Float64Array, expected: OracleTensor | undefined, tolerance = TOLERANCE): void {
  expect(expected).toBeDefined();
  expect(found.length).toBe(expected?.data.length);
  expected?.data.forEach((value, i) => {
    const difference = Math.abs(found[i]! - value);
    expect(difference, `entry ${i}: ${found[i]} against ${value}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    );
  });
}

function join(layers: Layers<Float64Array>): Float64Array {
  return Float64Array.from(layers.flat().flatMap((values) => [...values]));
}

function pick<A, B>(layers: Layers<A>, take: (each: A) => B): Layers<B> {
  return layers.map((cells) => cells.map(take));
}

const runs = (data ?? []).flatMap((subject, index) =>
  (['keeps', 'writes'] as const)
    .filter((update) => subject.kind === 'GRU' || update === 'keeps')
    .map((update) => ({ name: `case ${index}, ${subject.kind}, ${update}`, subject, update })),
);

it.skipIf(!data)('the oracle has the ten cases that it promises', () => {
  expect(data?.length).toBe(10);
});

describe.skipIf(!data).each(runs)(
  'PyTorch $name (skipped without the oracle folder)',
  ({ subject, update }) => {
    const spec = stackOfCase(subject, update);
    const run = (parameters: Layers<CellParameters>) =>
      forwardStack(
        spec,
        parameters,
        { form: 'dense', values: tensorValues(subject.x) },
        { steps: subject.T, batch: subject.B },
        { initial: torchStates(spec, subject.h0, subject.c0) },
      );

    it('gives PyTorch’s outputs and final states', () => {
      const trace = run(convertedValue(fromTorch(spec, torchStateOf(subject.params))));
      expectClose(trace.output, subject.expect.out);
      expectClose(join(pick(trace.layers, (each) => each.final.hidden)), subject.expect.hn);
      if (subject.kind === 'LSTM') {
        expectClose(join(pick(trace.layers, (each) => each.final.cell)), subject.expect.cn);
      }
    });

    it('gives PyTorch’s gradients of every parameter, input and initial state', () => {
      const parameters = convertedValue(fromTorch(spec, torchStateOf(subject.params)));
      const gradients = backwardStack(run(parameters), parameters, {
        output: tensorValues(subject.dout),
        final: torchStates(spec, subject.dhn, subject.dcn),
      });
      expectClose(gradients.input ?? new Float64Array(0), subject.expect.dx);
      expectClose(join(pick(gradients.layers, (each) => each.initial.hidden)), subject.expect.dh0);
      if (subject.kind === 'LSTM') {
        expectClose(join(pick(gradients.layers, (each) => each.initial.cell)), subject.expect.dc0);
      }
      const theirs = convertedValue(
        toTorch(
          spec,
          pick(gradients.layers, (each) => each.parameters),
        ),
      );
      for (const [name, expected] of Object.entries(subject.expect.grads)) {
        expectClose(gradientNamed(theirs, name, subject), expected);
      }
    });

    it('converted out again, loads as the same network', () => {
      const original = torchStateOf(subject.params);
      const parameters = convertedValue(fromTorch(spec, original));
      const back = convertedValue(toTorch(spec, parameters));
      for (const name of Object.keys(original).filter((each) => each.startsWith('weight'))) {
        expect(back[name]).toEqual(original[name]);
      }
      for (let layer = 0; layer < spec.layers; layer++) {
        const suffix = torchSuffix(layer, 0);
        expectSameBiases(back, original, suffix, subject);
      }
      expectClose(run(convertedValue(fromTorch(spec, back))).output, subject.expect.out);
    });
  },
);

function expectSameBiases(
  back: TorchState,
  original: TorchState,
  suffix: string,
  { kind, H }: TorchCase,
): void {
  const read = (state: TorchState, name: string) =>
    state[`bias_${name}${suffix}`]?.data ?? new Float64Array(back[`bias_ih${suffix}`]?.data.length ?? 0);
  const sum = (state: TorchState) => read(state, 'ih').map((each, i) => each + read(state, 'hh')[i]!);
  expectClose(sum(back), { shape: [], data: [...sum(original)] }, 1e-15);
  if (kind === 'GRU') expect(read(back, 'hh').slice(2 * H)).toEqual(read(original, 'hh').slice(2 * H));
}

describe('the update gate is negated where the conventions differ', () => {
  it('z keeps 0.9 becomes Γ_u writes 0.1, by hand', () => {
    // n_x = n_a = 1. PyTorch: z = σ(2x + 3h − 1), r = σ(0), n = tanh(0). From h = 1, x = 0.5: z = σ(3) = 0.952574.
    const vector = (...data: number[]): Float64Array => Float64Array.from(data);
    const state: TorchState = {
      weight_ih_l0: { shape: [3, 1], data: vector(0, 2, 0) },
      weight_hh_l0: { shape: [3, 1], data: vector(0, 3, 0) },
      bias_ih_l0: { shape: [3], data: vector(0, -1, 0) },
      bias_hh_l0: { shape: [3], data: vector(0, 0, 0) },
    };
    const spec: StackSpec = { cell: GRU_AFTER, inputs: 1, hidden: 1, layers: 1, directions: 'forward' };
    const parameters = convertedValue(fromTorch(spec, state));
    expect([...(parameters[0]?.[0]?.inputWeights ?? [])]).toEqual([-2, 0, 0]);
    expect([...(parameters[0]?.[0]?.recurrentWeights ?? [])]).toEqual([-3, 0, 0]);
    expect([...(parameters[0]?.[0]?.bias ?? [])]).toEqual([1, 0, 0]);
    const trace = forwardStack(
      spec,
      parameters,
      { form: 'dense', values: vector(0.5) },
      { steps: 1, batch: 1 },
      { initial: [[{ hidden: vector(1), cell: vector() }]] },
    );
    expect(trace.layers[0]?.[0]?.values.update?.[0]).toBeCloseTo(0.047426, 6);
    expect(trace.output[0]).toBeCloseTo(0.952574, 6);
  });

  it('nothing is lost on the way out and in again', () => {
    const spec: StackSpec = { cell: GRU_AFTER, inputs: 3, hidden: 4, layers: 2, directions: 'concat' };
    const parameters = viewStack(spec, testNumbers(3, stackParameterCount(spec)));
    expect(convertedValue(fromTorch(spec, convertedValue(toTorch(spec, parameters))))).toEqual(parameters);
  });
});

describe('what PyTorch has no cell for', () => {
  const stack = (cell: CellSpec, directions: StackSpec['directions'] = 'forward'): StackSpec => ({
    cell,
    inputs: 2,
    hidden: 3,
    layers: 1,
    directions,
  });
  const refusal = (spec: StackSpec) => {
    const result = toTorch(spec, viewStack(spec, new Float64Array(stackParameterCount(spec))));
    expect(fromTorch(spec, {})).toEqual(result);
    return result.ok ? null : result.error;
  };

  it.each([
    [{ ...DEFAULT_LSTM, peepholes: true }, { code: 'peepholes' }],
    [{ ...DEFAULT_GRU, variant: 'simplified' }, { code: 'simplified-gru' }],
    [DEFAULT_GRU, { code: 'reset', expected: 'after', found: 'before' }],
    [
      { ...DEFAULT_RNN, activation: 'gelu' },
      { code: 'activation', role: 'candidate', expected: ['tanh', 'relu'], found: 'gelu' },
    ],
    [
      { ...DEFAULT_LSTM, gate: 'hard-sigmoid' },
      { code: 'activation', role: 'update', expected: ['sigmoid'], found: 'hard-sigmoid' },
    ],
    [
      { ...DEFAULT_LSTM, output: 'linear' },
      { code: 'activation', role: 'cell', expected: ['tanh'], found: 'linear' },
    ],
    [{ ...GRU_AFTER, gate: 'tanh' } as CellSpec, { code: 'update-not-mirrored', found: 'tanh' }],
  ] as const)('%o', (cell, error) => {
    expect(refusal(stack(cell))).toEqual(error);
  });

  it('says that directions cannot be added', () => {
    expect(refusal(stack(DEFAULT_LSTM, 'sum'))).toEqual({ code: 'directions', found: 'sum' });
  });

  it('names what is missing and what has the wrong shape', () => {
    const spec = stack(DEFAULT_LSTM);
    const zeros = (...shape: number[]): Tensor => ({
      shape,
      data: new Float64Array(shape.reduce((product, size) => product * size, 1)),
    });
    const weights = { weight_ih_l0: zeros(12, 2), weight_hh_l0: zeros(12, 3) };
    expect(fromTorch(spec, { weight_ih_l0: zeros(12, 2) })).toEqual({
      ok: false,
      error: { code: 'missing', name: 'weight_hh_l0' },
    });
    expect(fromTorch(spec, { ...weights, bias_ih_l0: zeros(12) })).toEqual({
      ok: false,
      error: { code: 'missing', name: 'bias_hh_l0' },
    });
    expect(fromTorch(spec, { ...weights, weight_ih_l0: zeros(2, 12) })).toEqual({
      ok: false,
      error: { code: 'shape', name: 'weight_ih_l0', expected: [12, 2], found: [2, 12] },
    });
    expect(fromTorch(spec, weights).ok).toBe(true);
  });

  it('every layer and direction is looked at', () => {
    const spec: StackSpec = { ...stack(DEFAULT_RNN, 'concat'), layers: 2 };
    const state = convertedValue(toTorch(spec, viewStack(spec, new Float64Array(stackParameterCount(spec)))));
    expect(state.weight_ih_l1_reverse?.shape).toEqual([3, layerShape(spec, 1).inputs]);
    const { weight_hh_l1_reverse: _gone, ...rest } = state;
    expect(fromTorch(spec, rest)).toEqual({
      ok: false,
      error: { code: 'missing', name: 'weight_hh_l1_reverse' },
    });
  });
});

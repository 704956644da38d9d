import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../cells/parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { forwardSequence } from '../cells/sequence.ts';
import type { CellShape, CellSpec } from '../cells/types.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { type OracleTensor, oracle, tensorValues } from '../oracle.testkit.ts';
import type { Conversion, Tensor } from './conversion.ts';
import { fromKeras, type KerasWeights, toKeras } from './keras.ts';
import { fromTorch, toTorch } from './torch.ts';

interface KerasCase {
  readonly input: OracleTensor;
  readonly weights: readonly OracleTensor[];
  readonly expected: OracleTensor;
}

/** Settings that the files omit, by case number: see the folder's SOURCES.md. */
interface Setting {
  readonly sigmoid: boolean;
  readonly reverse: boolean;
  readonly stateful: boolean;
}
const SETTINGS: readonly Setting[] = [
  { sigmoid: false, reverse: false, stateful: false },
  { sigmoid: true, reverse: false, stateful: false },
  { sigmoid: false, reverse: false, stateful: false },
  { sigmoid: false, reverse: true, stateful: false },
  { sigmoid: false, reverse: true, stateful: false },
  { sigmoid: false, reverse: false, stateful: true },
  { sigmoid: false, reverse: false, stateful: true },
  { sigmoid: false, reverse: true, stateful: true },
  { sigmoid: false, reverse: true, stateful: true },
];

function cellOf(layer: string, { sigmoid }: Setting, update: 'writes' | 'keeps'): CellSpec {
  const gate = sigmoid ? 'sigmoid' : 'hard-sigmoid';
  const activation = sigmoid ? 'sigmoid' : 'tanh';
  if (layer === 'SimpleRNN') return { ...DEFAULT_RNN, activation };
  if (layer === 'GRU') return { ...DEFAULT_GRU, update, gate, candidate: activation };
  return { ...DEFAULT_LSTM, gate, candidate: activation, output: activation };
}

function tensor(from: OracleTensor): Tensor {
  return { shape: from.shape, data: tensorValues(from) };
}

function weightsOf([kernel, recurrentKernel, bias]: readonly OracleTensor[]): KerasWeights {
  if (!kernel || !recurrentKernel) throw new Error('two matrices at least');
  return {
    kernel: tensor(kernel),
    recurrentKernel: tensor(recurrentKernel),
    ...(bias ? { bias: tensor(bias) } : {}),
  };
}

function value<T>(conversion: Conversion<T>): T {
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.error));
  return conversion.value;
}

/**
 * Keras's output: `go_backwards` returns the outputs in the order in which they were computed, and `return_sequences=False`
 * the last computed one. A stateful layer starts from the state that the same input left.
 */
function kerasOutput(
  spec: CellSpec,
  shape: CellShape,
  weights: KerasWeights,
  subject: KerasCase,
  setting: Setting,
) {
  const steps = subject.input.shape[0] ?? 0;
  const parameters = value(fromKeras(spec, shape, weights));
  const input = { form: 'dense', values: tensorValues(subject.input) } as const;
  const size = { steps, batch: 1 };
  const { reverse, stateful } = setting;
  const first = forwardSequence(spec, shape, parameters, input, size, { reverse });
  const trace = stateful
    ? forwardSequence(spec, shape, parameters, input, size, { reverse, initial: first.final })
    : first;
  if (subject.expected.shape.length === 1) return trace.final.hidden;
  const order = Array.from({ length: steps }, (_, i) => (reverse ? steps - 1 - i : i));
  const rows = order.map(
    (t) => trace.values.hidden?.subarray(t * shape.hidden, (t + 1) * shape.hidden) ?? [],
  );
  return Float64Array.from(rows.flatMap((row) => [...row]));
}

const FILES = ['LSTM', 'GRU', 'SimpleRNN'].map(
  (layer) => [layer, oracle<Record<string, KerasCase>>(`keras-recurrent/${layer}.json`)] as const,
);

describe.each(FILES)('Keras %s (skipped without the oracle folder)', (layer, file) => {
  const updates = layer === 'GRU' ? (['keeps', 'writes'] as const) : (['keeps'] as const);
  const cases = SETTINGS.flatMap((setting, index) => updates.map((update) => ({ index, setting, update })));

  it.skipIf(!file)('has nine cases', () => {
    expect(Object.keys(file ?? {}).length).toBe(9);
  });

  it.skipIf(!file).each(cases)('case $index, $update', ({ index, setting, update }) => {
    const subject = file?.[`recurrent.${layer}.${index}`];
    if (!subject) throw new Error('no such case');
    const spec = cellOf(layer, setting, update);
    const weights = weightsOf(subject.weights);
    const shape = {
      inputs: weights.kernel.shape[0] ?? 0,
      hidden: weights.recurrentKernel.shape[0] ?? 0,
    };
    const found = kerasOutput(spec, shape, weights, subject, setting);
    expect(found.length).toBe(subject.expected.data.length);
    subject.expected.data.forEach((expected, i) => {
      expect(Math.abs(found[i]! - expected), `entry ${i}`).toBeLessThan(1e-5);
    });
    const back = value(toKeras(spec, shape, value(fromKeras(spec, shape, weights))));
    expect(back.kernel).toEqual(weights.kernel);
    expect(back.recurrentKernel).toEqual(weights.recurrentKernel);
    if (weights.bias) expect(back.bias).toEqual(weights.bias);
  });
});

const GRU_AFTER: CellSpec = { ...DEFAULT_GRU, reset: 'after' };
const shape: CellShape = { inputs: 3, hidden: 4 };

describe('Keras GRU with reset_after', () => {
  const oneLayer = { cell: GRU_AFTER, inputs: 3, hidden: 4, layers: 1, directions: 'forward' } as const;

  /** Keras documents this form as cuDNN-compatible: PyTorch's weights with gates z r h and both matrices transposed. */
  function kerasFromTorch(state: Readonly<Record<string, Tensor>>): KerasWeights {
    const swap = (gate: number) => [1, 0, 2][gate] ?? 0;
    const at = (name: string, row: number, columns: number, column: number) =>
      state[name]?.data[row * columns + column] ?? Number.NaN;
    const kernel = (name: string, rows: number): Tensor => ({
      shape: [rows, 12],
      data: Float64Array.from({ length: rows * 12 }, (_, i) => {
        const column = i % 12;
        return at(name, swap(column >> 2) * 4 + (column & 3), rows, Math.floor(i / 12));
      }),
    });
    const bias = (name: string) =>
      Array.from({ length: 12 }, (_, i) => at(name, swap(i >> 2) * 4 + (i & 3), 1, 0));
    return {
      kernel: kernel('weight_ih_l0', 3),
      recurrentKernel: kernel('weight_hh_l0', 4),
      bias: { shape: [2, 12], data: Float64Array.from([...bias('bias_ih_l0'), ...bias('bias_hh_l0')]) },
    };
  }

  it.each(['writes', 'keeps'] as const)(
    'is the PyTorch GRU with its gates in another order (%s)',
    (update) => {
      const random = (seed: number, ...size: number[]): Tensor => ({
        shape: size,
        data: testNumbers(
          seed,
          size.reduce((product, each) => product * each, 1),
        ),
      });
      const state = {
        weight_ih_l0: random(1, 12, 3),
        weight_hh_l0: random(2, 12, 4),
        bias_ih_l0: random(3, 12),
        bias_hh_l0: random(4, 12),
      };
      const spec = { ...GRU_AFTER, update } as CellSpec;
      const expected = value(fromTorch({ ...oneLayer, cell: spec }, state))[0]?.[0];
      expect(value(fromKeras(spec, shape, kerasFromTorch(state)))).toEqual(expected);
    },
  );

  it('keeps both biases on the way out', () => {
    const parameters = viewCell(GRU_AFTER, shape, testNumbers(5, cellParameterCount(GRU_AFTER, shape)));
    const weights = value(toKeras(GRU_AFTER, shape, parameters));
    expect(weights.bias.shape).toEqual([2, 12]);
    expect(weights.bias.data.slice(20)).toEqual(parameters.recurrentBias);
    expect(value(fromKeras(GRU_AFTER, shape, weights))).toEqual(parameters);
    expect(weights).toEqual(kerasFromTorch(value(toTorch(oneLayer, [[parameters]]))));
  });

  it('a missing bias is zero', () => {
    const parameters = viewCell(GRU_AFTER, shape, testNumbers(5, cellParameterCount(GRU_AFTER, shape)));
    const { kernel, recurrentKernel } = value(toKeras(GRU_AFTER, shape, parameters));
    const without = value(fromKeras(GRU_AFTER, shape, { kernel, recurrentKernel }));
    expect(without.inputWeights).toEqual(parameters.inputWeights);
    expect([...without.bias, ...without.recurrentBias].every((each) => Math.abs(each) === 0)).toBe(true);
  });
});

describe('what Keras has no layer for', () => {
  it.each([
    [{ ...DEFAULT_LSTM, peepholes: true }, { code: 'peepholes' }],
    [{ ...DEFAULT_GRU, variant: 'simplified' }, { code: 'simplified-gru' }],
    [
      { ...DEFAULT_GRU, gate: 'tanh' },
      { code: 'update-not-mirrored', found: 'tanh' },
    ],
    [
      { ...DEFAULT_LSTM, output: 'linear' },
      { code: 'activation', role: 'cell', expected: ['tanh'], found: 'linear' },
    ],
  ] as const)('%o', (spec, error) => {
    const parameters = viewCell(spec, shape, new Float64Array(cellParameterCount(spec, shape)));
    expect(toKeras(spec, shape, parameters)).toEqual({ ok: false, error });
  });

  it('a gate that cannot be mirrored passes where the conventions agree', () => {
    const spec: CellSpec = { ...DEFAULT_GRU, gate: 'tanh', update: 'keeps' };
    const parameters = viewCell(spec, shape, testNumbers(1, cellParameterCount(spec, shape)));
    expect(toKeras(spec, shape, parameters).ok).toBe(true);
  });

  it('tells a layer that resets on the other side by its bias', () => {
    const after = viewCell(GRU_AFTER, shape, new Float64Array(cellParameterCount(GRU_AFTER, shape)));
    const weights = value(toKeras(GRU_AFTER, shape, after));
    expect(fromKeras(DEFAULT_GRU, shape, weights)).toEqual({
      ok: false,
      error: { code: 'reset', expected: 'before', found: 'after' },
    });
    const bias = { shape: [12], data: new Float64Array(12) };
    expect(fromKeras(GRU_AFTER, shape, { ...weights, bias })).toEqual({
      ok: false,
      error: { code: 'reset', expected: 'after', found: 'before' },
    });
  });

  it('names a wrong shape', () => {
    const kernel = { shape: [3, 4], data: new Float64Array(12) };
    const recurrentKernel = { shape: [4, 3], data: new Float64Array(12) };
    expect(fromKeras(DEFAULT_RNN, shape, { kernel, recurrentKernel })).toEqual({
      ok: false,
      error: { code: 'shape', name: 'recurrent_kernel', expected: [4, 4], found: [4, 3] },
    });
  });
});

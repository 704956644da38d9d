import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { forwardStack, type StackSpec, stackParameterCount, viewStack } from '../cells/stack.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { evaluateNextSymbol, zeroStates } from '../language/next-symbol.ts';
import { headLoss } from '../softmax/full.ts';
import type { Tensor } from './conversion.ts';
import { renumbered } from './renumber.ts';
import { readTorchLanguage } from './torch-language.ts';
import { writeTorchState } from './torch-state-write.ts';

const [V, D, N] = [7, 3, 4];
const IDS = Int32Array.of(1, 6, 0, 3, 3);
const TARGETS = Int32Array.of(6, 0, 3, 3, 2);

const tensor = (shape: readonly number[], seed: number): Tensor => ({
  shape,
  data: testNumbers(
    seed,
    shape.reduce((a, b) => a * b, 1),
  ),
});

/** A model on an embedding of width `inputs`, as its author's program saves it. */
function theirs(cell: StackSpec['cell'], inputs: number, extra: readonly (readonly [string, Tensor])[]) {
  const spec: StackSpec = { cell, inputs, hidden: N, layers: 2, directions: 'forward' };
  const parameters = testNumbers(5, stackParameterCount(spec));
  const { tensors } = writeTorchState({ spec, parameters, head: null }, { prefix: 'lstm.' });
  return { spec, parameters, file: { tensors: new Map([...tensors, ...extra]) } };
}

const DECODER = [
  ['fc.weight', tensor([V, N], 2)],
  ['fc.bias', tensor([V], 3)],
] as const;
const EMBEDDING = ['embedding.weight', tensor([V, D], 4)] as const;

describe.each([
  ['nn.LSTM', DEFAULT_LSTM],
  ['nn.GRU', { ...DEFAULT_GRU, reset: 'after' }],
  ['nn.RNN', DEFAULT_RNN],
] as const)('a language model on an embedding and %s', (_name, cell) => {
  it('loses on one-hot vectors what it loses on the embedding’s rows', () => {
    const { spec, parameters, file } = theirs(cell, D, [EMBEDDING, ...DECODER]);
    const read = readTorchLanguage(file, V);
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    const { shape, parameters: ours, embedding } = read.language;
    expect(embedding).toBe('embedding.weight');
    const values = Float64Array.from({ length: IDS.length * D }, (_, i) => {
      return EMBEDDING[1].data[(IDS[Math.floor(i / D)] ?? 0) * D + (i % D)] ?? Number.NaN;
    });
    const input = { form: 'dense', values } as const;
    const trace = forwardStack(spec, viewStack(spec, parameters), input, { steps: IDS.length, batch: 1 });
    const weights = Float64Array.from({ length: N * V }, (_, i) => {
      return DECODER[0][1].data[(i % V) * N + Math.floor(i / V)] ?? Number.NaN;
    });
    const { loss } = headLoss({ weights, bias: DECODER[1][1].data }, trace.output, TARGETS);
    const batch = { ids: IDS, targets: TARGETS };
    expect(evaluateNextSymbol(shape, ours, batch, zeroStates(shape, 1)).loss).toBeCloseTo(loss, 12);
  });
});

describe('what stands for a language model', () => {
  const faultOf = (inputs: number, extra: readonly (readonly [string, Tensor])[], size = V) => {
    const read = readTorchLanguage(theirs(DEFAULT_LSTM, inputs, extra).file, size);
    return read.ok ? read.language : read.fault;
  };

  it('may have one-hot inputs, or one matrix for both ends', () => {
    expect(faultOf(V, DECODER)).toMatchObject({ embedding: null, decoder: 'fc.weight' });
    const tied = [['decoder.weight', tensor([V, N], 2)]] as const;
    expect(faultOf(N, tied)).toMatchObject({ embedding: 'decoder.weight', decoder: 'decoder.weight' });
  });

  it('is refused for what it lacks, with the shape that was expected', () => {
    expect(faultOf(D, [EMBEDDING])).toMatchObject({ code: 'no-decoder', expected: [V, N] });
    expect(faultOf(D, DECODER)).toMatchObject({ code: 'no-embedding', expected: [V, D] });
    const size = { code: 'vocabulary-size', name: 'fc.weight', expected: 9, found: V };
    expect(faultOf(D, [EMBEDDING, ...DECODER], 9)).toEqual(size);
    const two = [EMBEDDING, ['a.weight', tensor([V, N], 1)], ['b.weight', tensor([V, N], 1)]] as const;
    expect(faultOf(D, two)).toEqual({ code: 'several-decoders', names: ['a.weight', 'b.weight'] });
    const broken = { shape: [V], data: Float64Array.of(0, 0, Number.NaN, 0, 0, 0, 0) };
    const nan = [EMBEDDING, DECODER[0], ['fc.bias', broken]] as const;
    expect(faultOf(D, nan)).toEqual({ code: 'not-finite', name: 'fc.bias', index: 2 });
  });

  it('keeps its loss under another numbering, and never says what was added', () => {
    const found = faultOf(V, DECODER);
    if ('code' in found) throw new Error(found.code);
    const from = Int32Array.of(-1, 3, 0, 1, 2, 6, 5, 4);
    const made = renumbered(found.shape, found.parameters, from);
    const to = (ids: Int32Array) => ids.map((id) => from.indexOf(id));
    const loss = (model: typeof made, ids: Int32Array, targets: Int32Array) =>
      evaluateNextSymbol(model.shape, model.parameters, { ids, targets }, zeroStates(model.shape, 1)).loss;
    const before = loss(found, IDS, TARGETS);
    expect(loss(made, to(IDS), to(TARGETS))).toBeCloseTo(before, 13);
    expect(
      loss(
        made,
        to(IDS),
        TARGETS.map(() => 0),
      ),
    ).toBeGreaterThan(80);
  });
});

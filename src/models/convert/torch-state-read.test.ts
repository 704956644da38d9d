import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { forwardStack, type StackSpec, viewStack } from '../cells/stack.ts';
import { tensorValues } from '../oracle.testkit.ts';
import { headLogits } from '../softmax/full.ts';
import type { Tensor } from './conversion.ts';
import { readSafetensors } from './safetensors-read.ts';
import { writeSafetensors } from './safetensors-write.ts';
import { type TorchCase, torchCases, torchStateOf, torchStates } from './torch-cases.testkit.ts';
import { anyStack, faultOf, fileWith, modelOf, opened, tensorOf } from './torch-state.testkit.ts';
import { SPEC_KEY, type StackModel, type TorchStateOptions } from './torch-state.ts';
import { readTorchState } from './torch-state-read.ts';
import { writeTorchState } from './torch-state-write.ts';

function throughFile(model: StackModel, dtype: 'F32' | 'F64') {
  const { tensors, metadata } = writeTorchState(model);
  const file = readSafetensors(writeSafetensors(tensors, { dtype, metadata }));
  if (!file.ok) throw new Error(file.fault.code);
  return opened(readTorchState(file));
}

const anyModel = fc
  .tuple(anyStack, fc.nat(3), fc.nat())
  .map(([spec, classes, seed]) => modelOf(spec, classes, seed));

describe('a file that we wrote', () => {
  it('restores the network exactly in F64, without a note', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const back = throughFile(model, 'F64');
        expect(back.model).toEqual(model);
        expect(back.notes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('restores it to the rounding of F32', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const back = throughFile(model, 'F32').model;
        expect(back.spec).toEqual(model.spec);
        expect(back.parameters).toEqual(model.parameters.map(Math.fround));
        expect(back.head?.weights).toEqual(model.head?.weights.map(Math.fround));
      }),
    );
  });
});

const torch = torchCases();

function outputs({ spec, parameters }: StackModel, subject: TorchCase): Float64Array {
  const input = { form: 'dense', values: tensorValues(subject.x) } as const;
  const size = { steps: subject.T, batch: subject.B };
  return forwardStack(spec, viewStack(spec, parameters), input, size, {
    initial: torchStates(spec, subject.h0, subject.c0),
  }).output;
}

function expectOutputs(model: StackModel, subject: TorchCase): void {
  const { out } = subject.expect;
  const found = outputs(model, subject);
  expect(found.length).toBe(out.data.length);
  const worst = out.data.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0);
  expect(worst).toBeLessThanOrEqual(1e-5);
}

describe.skipIf(!torch)('state dictionaries of PyTorch (skipped without the oracle folder)', () => {
  const cases = (torch ?? []).map((subject, index) => ({ subject, index, kind: subject.kind }));
  const file = (subject: TorchCase, prefix = '') =>
    fileWith(
      Object.fromEntries(
        Object.entries(torchStateOf(subject.params)).map(([name, tensor]) => [prefix + name, tensor]),
      ),
    );
  const options = (subject: TorchCase): TorchStateOptions =>
    subject.nonlinearity ? { nonlinearity: subject.nonlinearity } : {};

  it('there are cases to open', () => expect(cases.length).toBe(10));

  it.each(cases)('case $index, $kind, is recognised by names and shapes', ({ subject }) => {
    const { model, notes } = opened(readTorchState(file(subject), options(subject)));
    expect(model.spec).toMatchObject({
      cell: { kind: subject.kind.toLowerCase() },
      inputs: subject.I,
      hidden: subject.H,
      layers: subject.layers,
      directions: subject.bidirectional ? 'concat' : 'forward',
    });
    expect(notes).toEqual(subject.bias ? [] : [{ code: 'zero-bias' }]);
  });

  it.each(cases)('case $index, $kind, computes what PyTorch computed', ({ subject }) => {
    for (const update of ['writes', 'keeps'] as const) {
      const read = readTorchState(file(subject, 'rnn.'), { ...options(subject), update });
      expectOutputs(opened(read).model, subject);
    }
  });

  it.each(cases)('case $index, $kind, still does after two trips through a file', ({ subject }) => {
    const { model } = opened(readTorchState(file(subject), options(subject)));
    expectOutputs(throughFile(throughFile(model, 'F32').model, 'F32').model, subject);
  });
});

const LSTM = {
  'lstm.weight_ih_l0': tensorOf(12, 2),
  'lstm.weight_hh_l0': tensorOf(12, 3),
  'lstm.bias_ih_l0': tensorOf(12),
  'lstm.bias_hh_l0': tensorOf(12),
};
const LINEAR = { 'fc.weight': tensorOf(5, 3), 'fc.bias': tensorOf(5) };

describe('an instructor’s model', () => {
  it('opens with its read-out, and y = W a + b is the one that they wrote', () => {
    const { model, notes, form } = opened(readTorchState(fileWith({ ...LSTM, ...LINEAR })));
    expect(form).toBe('torch');
    expect(notes).toEqual([]);
    if (!model.head) throw new Error('no head');
    const a = Float64Array.of(0.5, -1, 2);
    const logits = headLogits(model.head, a, 1);
    const { weight, bias } = { weight: LINEAR['fc.weight'].data, bias: LINEAR['fc.bias'].data };
    logits.forEach((logit, row) => {
      const expected = a.reduce((sum, value, i) => sum + value * weight[row * 3 + i]!, bias[row]!);
      expect(logit).toBeCloseTo(expected, 14);
    });
  });

  it('the read-out can be chosen, or left', () => {
    const two = fileWith({ ...LSTM, ...LINEAR, 'aux.weight': tensorOf(2, 3), 'aux.bias': tensorOf(2) });
    const unclear = opened(readTorchState(two));
    expect(unclear.model.head).toBeNull();
    expect(unclear.notes[0]).toEqual({ code: 'head-unclear', names: ['fc.weight', 'aux.weight'] });
    expect(opened(readTorchState(two, { head: 'aux.' })).model.head?.bias.length).toBe(2);
    expect(opened(readTorchState(fileWith({ ...LSTM, ...LINEAR }), { head: null })).model.head).toBeNull();
    expect(faultOf(readTorchState(two, { head: 'out.' }))).toEqual({ code: 'missing', name: 'out.weight' });
  });

  it('says what was left unused', () => {
    const more = fileWith({ 'embedding.weight': tensorOf(9, 2), ...LSTM, 'norm.bias': tensorOf(3) });
    expect(opened(readTorchState(more)).notes).toEqual([
      { code: 'extra', name: 'embedding.weight', shape: [9, 2] },
      { code: 'extra', name: 'norm.bias', shape: [3] },
    ]);
  });

  it('of several networks one must be chosen', () => {
    const second = Object.fromEntries(
      Object.entries(LSTM).map(([name, tensor]): [string, Tensor] => [name.replace('lstm', 'dec'), tensor]),
    );
    const both = fileWith({ ...LSTM, ...second });
    expect(faultOf(readTorchState(both))).toEqual({ code: 'several-networks', prefixes: ['lstm.', 'dec.'] });
    const { notes } = opened(readTorchState(both, { prefix: 'dec.' }));
    expect(notes.map((note) => 'name' in note && note.name)).toEqual(Object.keys(LSTM));
    expect(faultOf(readTorchState(both, { prefix: 'gru.' }))).toMatchObject({
      code: 'no-network',
      expected: 'gru.weight_ih_l0',
    });
  });

  it('faults carry the names of the file', () => {
    const { 'lstm.bias_hh_l0': _gone, ...rest } = LSTM;
    expect(faultOf(readTorchState(fileWith(rest)))).toEqual({ code: 'missing', name: 'lstm.bias_hh_l0' });
    expect(faultOf(readTorchState(fileWith({ ...LSTM, 'lstm.bias_ih_l0': tensorOf(11) })))).toEqual({
      code: 'shape',
      name: 'lstm.bias_ih_l0',
      expected: [12],
      found: [11],
    });
    expect(faultOf(readTorchState(fileWith({ ...LSTM, 'lstm.weight_hr_l0': tensorOf(1, 3) })))).toEqual({
      code: 'projection',
      name: 'lstm.weight_hr_l0',
    });
    expect(faultOf(readTorchState(fileWith({ ...LSTM, 'lstm.weight_ih_l2': tensorOf(12, 3) })))).toEqual({
      code: 'missing',
      name: 'lstm.bias_ih_l1',
    });
  });

  it('no recurrent network: says what is there', () => {
    expect(faultOf(readTorchState(fileWith(LINEAR)))).toEqual({
      code: 'no-network',
      expected: 'weight_ih_l0',
      found: ['fc.weight', 'fc.bias'],
    });
  });

  it('points at numbers that are none', () => {
    const broken = {
      ...LSTM,
      'lstm.bias_ih_l0': { shape: [12], data: new Float64Array(12).fill(Infinity, 4) },
    };
    expect(opened(readTorchState(fileWith(broken))).notes).toEqual([
      { code: 'not-finite', name: 'lstm.bias_ih_l0', index: 4 },
    ]);
  });
});

describe('what shapes do not tell', () => {
  const rnn = { weight_ih_l0: tensorOf(3, 2), weight_hh_l0: tensorOf(3, 3) };
  const stack = (cell: StackSpec['cell']): StackSpec => ({
    cell,
    inputs: 2,
    hidden: 3,
    layers: 1,
    directions: 'forward',
  });

  it('tanh unless told otherwise, and a note that nobody told', () => {
    const guessed = opened(readTorchState(fileWith(rnn)));
    expect(guessed.model.spec.cell).toEqual(DEFAULT_RNN);
    expect(guessed.notes).toContainEqual({ code: 'nonlinearity', taken: 'tanh' });
    const told = opened(readTorchState(fileWith(rnn), { nonlinearity: 'relu' }));
    expect(told.model.spec.cell).toEqual({ kind: 'rnn', activation: 'relu' });
    expect(told.notes).toEqual([{ code: 'zero-bias' }]);
  });

  it('Γ_u writes as in the course, unless the file or the reader wants otherwise', () => {
    const keeps = { ...DEFAULT_GRU, reset: 'after', update: 'keeps' } as const;
    const { tensors, metadata } = writeTorchState(modelOf(stack(keeps)));
    const described = { tensors, metadata: new Map(Object.entries(metadata)) };
    expect(opened(readTorchState({ tensors })).model.spec.cell).toMatchObject({ update: 'writes' });
    expect(opened(readTorchState(described)).model.spec.cell).toEqual(keeps);
    const asked = opened(readTorchState(described, { update: 'writes' }));
    expect(asked.model.spec.cell).toMatchObject({ update: 'writes' });
  });

  it('a description that contradicts the tensors is not believed', () => {
    const { tensors, metadata } = writeTorchState(modelOf(stack(DEFAULT_LSTM)));
    for (const text of [
      'nonsense',
      JSON.stringify({ ...stack(DEFAULT_LSTM), hidden: 4 }),
      JSON.stringify(stack(DEFAULT_RNN)),
      JSON.stringify(stack({ ...DEFAULT_LSTM, peepholes: true })),
    ]) {
      const read = opened(readTorchState({ tensors, metadata: new Map([[SPEC_KEY, text]]) }));
      expect(read.model.spec).toEqual(stack(DEFAULT_LSTM));
      expect(read.notes).toEqual([{ code: 'spec-ignored' }]);
    }
    expect(metadata[SPEC_KEY]).toBe(JSON.stringify(stack(DEFAULT_LSTM)));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile, type WeightsFile } from '../../../instruments/network-files/read-file.ts';
import { forwardStack } from '../../../models/cells/stack.ts';
import type { Tensor } from '../../../models/convert/conversion.ts';
import { FIXTURE_CASES, type FixtureCase, fixtureBytes } from '../../../models/convert/fixtures.testkit.ts';
import { writeSafetensors } from '../../../models/convert/safetensors-write.ts';
import { tensorOf } from '../../../models/convert/torch-state.testkit.ts';
import { SPEC_KEY } from '../../../models/convert/torch-state.ts';
import { headLogits, softmax } from '../../../models/softmax/full.ts';
import { type LabModel, viewLab } from '../model.ts';
import { type OpenChoices, openFile } from './open-file.ts';
import { FILE_LIMITS } from './useOpening.ts';

async function fixture(name: string): Promise<WeightsFile> {
  const read = await readFile(new Blob([fixtureBytes(name)]), name, FILE_LIMITS);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.file;
}

function fileWith(
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>> = {},
): WeightsFile {
  return {
    name: 'w',
    tensors: new Map(Object.entries(tensors)),
    metadata: new Map(Object.entries(metadata)),
  };
}

function opened(file: WeightsFile, choices?: OpenChoices) {
  const result = openFile(file, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result;
}

const faultOf = (file: WeightsFile, choices?: OpenChoices) => {
  const result = openFile(file, choices);
  return result.ok ? null : result.fault;
};

function computed({ network, parameters }: LabModel, { x }: FixtureCase) {
  const { layers, head } = viewLab(network, parameters);
  const input = { form: 'dense', values: Float64Array.from(x.flat()) } as const;
  const { output } = forwardStack(network.stack, layers, input, { steps: x.length, batch: 1 });
  const y = head ? softmax(headLogits(head, output, x.length), head.bias.length) : new Float64Array(0);
  return { a: output, y };
}

function expectNear(found: Float64Array, expected: readonly (readonly number[])[] = []): void {
  const wanted = expected.flat();
  expect(found.length).toBe(wanted.length);
  const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - (found[i] ?? NaN))), 0);
  expect(worst).toBeLessThan(1e-12);
}

describe('files that PyTorch wrote', () => {
  it('a tagger of two layers both ways opens with its read-out, and computes what PyTorch does', async () => {
    const { model, offers, notes } = opened(await fixture('lstm.safetensors'));
    expect(model.network).toEqual({
      stack: expect.objectContaining({ inputs: 5, hidden: 4, layers: 2, directions: 'concat' }),
      classes: 3,
    });
    expect(offers).toMatchObject({ prefix: 'lstm.', head: 'fc.', heads: [{ prefix: 'fc.', classes: 3 }] });
    expect(notes).toEqual([{ code: 'extra', name: 'embedding.weight', shape: [9, 5] }]);
    const { a, y } = computed(model, FIXTURE_CASES.lstm);
    expectNear(a, FIXTURE_CASES.lstm.a);
    expectNear(y, FIXTURE_CASES.lstm.y);
    expect(opened(await fixture('lstm.safetensors'), { head: null }).model.network.classes).toBeNull();
  });

  it.each(['writes', 'keeps'] as const)('a GRU in half precision, Γ_u %s', async (update) => {
    const { model, offers } = opened(await fixture('gru-f16.safetensors'), { update });
    expect(offers).toMatchObject({ prefix: 'module.gru.', update });
    expectNear(computed(model, FIXTURE_CASES['gru-f16']).a, FIXTURE_CASES['gru-f16'].a);
  });

  it('an RNN without bias in bfloat16, once the reader says that it is a ReLU', async () => {
    const file = await fixture('rnn-relu-bf16.safetensors');
    expect(opened(file).offers.nonlinearity).toBe('tanh');
    const { model, offers } = opened(file, { nonlinearity: 'relu' });
    expect(offers.nonlinearity).toBe('relu');
    expectNear(computed(model, FIXTURE_CASES['rnn-relu-bf16']).a, FIXTURE_CASES['rnn-relu-bf16'].a);
  });

  it('of two modules the reader chooses one', async () => {
    const file = await fixture('two.safetensors');
    expect(faultOf(file)).toEqual({ code: 'several-networks', prefixes: ['decoder.', 'encoder.'] });
    const { model } = opened(file, { prefix: 'decoder.' });
    expectNear(computed(model, FIXTURE_CASES.two).a, FIXTURE_CASES.two.a);
  });

  it('an LSTM with a projection is refused', async () => {
    expect(faultOf(await fixture('projection.safetensors'))).toEqual({
      code: 'projection',
      name: 'weight_hr_l0',
    });
  });
});

const lstm = (inputs: number, hidden: number) => ({
  weight_ih_l0: tensorOf(4 * hidden, inputs),
  weight_hh_l0: tensorOf(4 * hidden, hidden),
});
const unread = (...shape: number[]): Tensor => ({ shape, data: new Float64Array(0) });

describe('what the lab cannot show', () => {
  it('is told from shapes, also of tensors that were not read', () => {
    const large = { weight_ih_l0: unread(8000, 2), weight_hh_l0: unread(8000, 2000) };
    expect(faultOf(fileWith(large))).toEqual({
      code: 'too-large',
      sizes: [{ size: 'hidden', found: 2000, limit: 256 }],
    });
    const spec = { cell: { kind: 'rnn', activation: 'gelu' }, inputs: 2, hidden: 3, directions: 'forward' };
    expect(faultOf(fileWith({}, { [SPEC_KEY]: JSON.stringify({ ...spec, layers: 1e15 }) }))).toMatchObject({
      code: 'too-large',
    });
    const plain = { 'head.weights': unread(3, 9000), 'head.bias': tensorOf(9000) };
    expect(faultOf(fileWith(plain, { [SPEC_KEY]: JSON.stringify({ ...spec, layers: 1 }) }))).toEqual({
      code: 'too-large',
      sizes: [{ size: 'classes', found: 9000, limit: 8192 }],
    });
  });

  it('a read-out with too many classes stays away, and is named', () => {
    const file = fileWith({ ...lstm(2, 3), 'fc.weight': unread(30_000, 3), 'fc.bias': tensorOf(30_000) });
    const { model, largeHeads, offers } = opened(file);
    expect(model.network.classes).toBeNull();
    expect(offers.heads).toEqual([]);
    expect(largeHeads).toEqual([{ prefix: 'fc.', classes: 30_000 }]);
  });

  it('numbers that are none', () => {
    const weights = lstm(2, 3);
    weights.weight_hh_l0.data[7] = Number.NaN;
    expect(faultOf(fileWith(weights))).toEqual({ code: 'not-finite', name: 'weight_hh_l0', index: 7 });
  });
});

describe('the read-out', () => {
  it('is the only one that fits, or the only one with a bias', () => {
    const two = { 'tie.weight': tensorOf(4, 3), 'out.weight': tensorOf(2, 3), 'x.weight': tensorOf(2, 9) };
    expect(opened(fileWith({ ...lstm(2, 3), ...two })).offers).toMatchObject({
      head: null,
      heads: [{ prefix: 'tie.' }, { prefix: 'out.' }],
    });
    const biased = fileWith({ ...lstm(2, 3), ...two, 'out.bias': tensorOf(2) });
    expect(opened(biased).offers.head).toBe('out.');
    expect(opened(biased, { head: 'tie.' }).model.network.classes).toBe(4);
    expect(faultOf(biased, { head: 'x.' })).toMatchObject({ code: 'shape', name: 'x.weight' });
  });
});

describe('whatever the bytes', () => {
  const genuine = ['lstm', 'gru-f16', 'two', 'rnn-relu-bf16'].map((name) =>
    fixtureBytes(`${name}.safetensors`),
  );
  const names = fc.constantFrom(
    ...['weight_ih_l0', 'weight_hh_l0', 'bias_ih_l0', 'weight_ih_l1_reverse', 'fc.weight', 'head.bias'],
  );
  const shapes = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 12), { maxLength: 3 });

  it('a damaged file is a fault or a network, never an exception', { timeout: 20_000 }, async () => {
    const damage = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...genuine), damage, fc.nat(6000), async (bytes, changes, length) => {
        const broken = bytes.slice(0, length);
        for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
        const read = await readFile(new Blob([broken]), 'w.safetensors', FILE_LIMITS);
        if (read.ok) expect(typeof openFile(read.file).ok).toBe('boolean');
        else expect(typeof read.fault.code).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('any tensors under the names of a network', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, shapes), async (entries) => {
        const list = Object.entries(entries).map(([name, shape]) => [name, tensorOf(...shape)] as const);
        const bytes = new Uint8Array(writeSafetensors(list));
        const read = await readFile(new Blob([bytes]), 'w.safetensors', FILE_LIMITS);
        expect(read.ok && typeof openFile(read.file).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});

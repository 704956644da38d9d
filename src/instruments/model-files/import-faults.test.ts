import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../models/convert/conversion.ts';
import { readSafetensors } from '../../models/convert/safetensors-read.ts';
import { writeSafetensors } from '../../models/convert/safetensors-write.ts';
import { exportModel } from './export-model.ts';
import { type GivenFile, type ImportFault, importModel } from './import-model.ts';
import { MODEL_KEY } from './model-files.ts';
import { FULL_CONFIG, trained } from './subject.testkit.ts';

const config = { ...FULL_CONFIG, hidden: 2, layers: 1 };
const [WEIGHTS, JSON_FILE] = exportModel(await trained(config), { precision: 'exact' });
if (!WEIGHTS || !JSON_FILE) throw new Error('two files');
const read = readSafetensors(WEIGHTS.bytes);
if (!read.ok) throw new Error(read.fault.code);
const { tensors, metadata } = read;
const described = JSON.parse(metadata.get(MODEL_KEY) ?? '') as Record<string, unknown> & {
  readonly vocabulary: readonly string[];
};

const file = (name: string, bytes: Uint8Array<ArrayBuffer> | string): GivenFile => ({
  name,
  bytes: new Blob([bytes]),
});
const weightsWith = (
  about: unknown,
  changed: Readonly<Record<string, { data: Float64Array; shape: number[] }>> = {},
) => {
  const words = { ...Object.fromEntries(metadata), [MODEL_KEY]: JSON.stringify(about) };
  const all = new Map<string, Tensor>([...tensors, ...Object.entries(changed)]);
  return file('m.safetensors', new Uint8Array(writeSafetensors(all, { dtype: 'F64', metadata: words })));
};
const json = (value: unknown) => file('m.json', JSON.stringify(value));
const faultOf = async (...files: readonly GivenFile[]): Promise<ImportFault | null> => {
  const result = await importModel(files);
  return result.ok ? null : result.fault;
};
const own = file('m.safetensors', WEIGHTS.bytes);

describe('what does not open', () => {
  it('is files that are not one model', async () => {
    expect(await faultOf(json(described))).toEqual({ code: 'no-weights', found: ['m.json'] });
    expect(await faultOf(own, own)).toMatchObject({ code: 'several-files', kind: 'safetensors' });
    expect(await faultOf(own, json(1), json(2))).toMatchObject({ code: 'several-files', kind: 'json' });
    expect(await faultOf(own, file('m.json', '{"a"'))).toMatchObject({ code: 'no-json', name: 'm.json' });
    expect(await faultOf(file('m.pt', 'PK'))).toMatchObject({ code: 'kind' });
    const bare = file('m.safetensors', new Uint8Array(writeSafetensors(tensors)));
    expect(await faultOf(bare)).toEqual({ code: 'no-vocabulary' });
  });

  it('is a description whose sizes the tensors do not have', async () => {
    const vocabulary = [...described.vocabulary, 'x'];
    const longer = { ...described, vocabulary };
    const size = { code: 'other-size', what: 'vocabulary' };
    expect(await faultOf(weightsWith(longer))).toMatchObject(size);
    const settings = { ...(described.settings as object), hidden: 3 };
    const found = { code: 'other-size', what: 'hidden', expected: '3', found: '2' };
    expect(await faultOf(weightsWith({ ...described, settings }))).toEqual(found);
    const other = { ...described, vocabulary: vocabulary.toSpliced(1, 1) };
    expect(await faultOf(own, json(other))).toMatchObject({ code: 'not-together' });
  });

  it('is a vocabulary that could not be read with', async () => {
    const [first = '', second = ''] = described.vocabulary.slice(1);
    const twice = described.vocabulary.with(2, first);
    const fault = { code: 'duplicate-token', token: first };
    expect(await faultOf(weightsWith({ ...described, vocabulary: twice }))).toMatchObject(fault);
    const turned = [first, ...described.vocabulary.slice(1)].with(1, second);
    expect(await faultOf(weightsWith({ ...described, vocabulary: turned }))).toMatchObject({
      code: 'unknown-first',
      found: first,
    });
  });

  it('names the field that is wrong, what was expected and what was found', async () => {
    const settings = { ...(described.settings as object), layers: 'two' };
    expect(await faultOf(weightsWith({ ...described, settings }))).toMatchObject({
      code: 'field',
      path: 'settings.layers',
      found: '"two"',
    });
    expect(await faultOf(weightsWith({ ...described, version: 9 }))).toMatchObject({ code: 'newer-version' });
  });

  it('is numbers that are none, or of another shape', async () => {
    const nan = { shape: [described.vocabulary.length], data: new Float64Array(described.vocabulary.length) };
    nan.data[1] = Number.NaN;
    const notFinite = { code: 'not-finite', name: 'head.bias', index: 1 };
    expect(await faultOf(weightsWith(described, { 'head.bias': nan }))).toEqual(notFinite);
    const short = { shape: [3, 2], data: new Float64Array(6) };
    expect(await faultOf(weightsWith(described, { 'rnn.weight_hh_l0': short }))).toMatchObject({
      code: 'gates',
    });
  });
});

describe('a state of training that cannot be used', () => {
  it('leaves the model, and says what was wrong', async () => {
    const optimizer = { shape: [1], data: Float64Array.of(1) };
    const result = await importModel([weightsWith(described, { 'training.optimizer': optimizer })]);
    if (!result.ok) throw new Error(result.fault.code);
    const { checkpoint, notes } = result.model;
    expect(checkpoint).toBeNull();
    expect(notes).toMatchObject([{ code: 'training-dropped', path: 'training.optimizer', found: '(1)' }]);
  });
});

describe('a damaged file', () => {
  it('is a fault or a model, never an exception', async () => {
    const cut = fc.record({ at: fc.nat(WEIGHTS.bytes.length - 1), to: fc.nat(255), short: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(cut, async ({ at, to, short }) => {
        const bytes = short ? WEIGHTS.bytes.slice(0, at) : WEIGHTS.bytes.slice();
        if (!short) bytes[at] = to;
        const result = await importModel([file('m.safetensors', bytes)]);
        if (!result.ok) return;
        expect(result.model.parameters.every(Number.isFinite)).toBe(true);
        expect(result.model.vocabulary.ids.size).toBe(result.model.shape.vocabulary);
      }),
      { numRuns: 150 },
    );
  });

  it('so is any JSON beside it, and any value in its description', async () => {
    const keys = fc.constantFrom(...Object.keys(described));
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), keys, async (value, key) => {
        expect((await importModel([own, json(value)])).ok).toBe(false);
        const result = await importModel([own, json({ ...described, [key]: value })]);
        if (result.ok) expect(result.model.parameters.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});

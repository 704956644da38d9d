import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { readCheckpoint } from '../../store/checkpoint-bytes.ts';
import { realRun } from '../../store/real-run.testkit.ts';
import { exportModel } from './export-model.ts';
import { importModel } from './import-model.ts';
import type { ImportedModel } from './model-files.ts';
import { FULL_CONFIG, given, subjectOf, trained, withoutText } from './subject.testkit.ts';

const EXACT = { precision: 'exact' } as const;

async function imported(files: ReturnType<typeof given>): Promise<ImportedModel> {
  const result = await importModel(files);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.model;
}

const CELLS = [
  ['LSTM', FULL_CONFIG.cell],
  ['LSTM with peepholes', { ...FULL_CONFIG.cell, peepholes: true }],
  ['GRU', DEFAULT_GRU],
  ['GRU as PyTorch has it', { ...DEFAULT_GRU, reset: 'after' }],
  ['RNN', DEFAULT_RNN],
] as const;

describe.each(CELLS)('a trained %s', (_name, cell) => {
  const config = { ...FULL_CONFIG, cell } as typeof FULL_CONFIG;

  it('comes back with every number, every token and every setting, from one file', async () => {
    const subject = await trained(config);
    const [weights] = given(exportModel(subject, EXACT));
    const model = await imported(weights ? [weights] : []);
    expect(model.parameters).toEqual(subject.model.parameters);
    expect(model.vocabulary).toEqual(subject.model.vocabulary);
    expect(model.config).toEqual(withoutText(config));
    expect(model.shape).toEqual(subject.model.shape);
    const { name, devLoss, text } = subject;
    expect(model).toMatchObject({ name, devLoss, text, step: 3, origin: 'unrolled', notes: [] });
  });
});

describe.each(['js', 'wasm'] as const)('training goes on, on %s', (tier) => {
  it('as if it had never been in a file', async () => {
    const whole = realRun(tier, FULL_CONFIG);
    const first = realRun(tier, FULL_CONFIG);
    await whole.train(9);
    await first.train(9);
    const [weights] = given(exportModel(await subjectOf(first, FULL_CONFIG), EXACT));
    const model = await imported(weights ? [weights] : []);
    const { text } = FULL_CONFIG.task;
    const again = { ...model.config, task: { ...model.config.task, text } };
    const second = realRun(tier, again, model.checkpoint);
    expect(await second.train(12)).toEqual(await whole.train(12));
    expect(readCheckpoint(await second.checkpoint())).toEqual(readCheckpoint(await whole.checkpoint()));
  });
});

describe('a file', () => {
  it('without the state of training opens, and says what is missing', async () => {
    const subject = { ...(await trained(FULL_CONFIG)), checkpoint: null };
    const [weights] = given(exportModel(subject, EXACT));
    const model = await imported(weights ? [weights] : []);
    expect(model.parameters).toEqual(subject.model.parameters);
    expect(model.checkpoint).toBeNull();
    expect(model.notes).toEqual([{ code: 'no-training' }]);
  });

  it('rounded to F32 says so, and is no further off than that', async () => {
    const subject = { ...(await trained(FULL_CONFIG)), checkpoint: null };
    const [weights] = given(exportModel(subject, { precision: 'float32' }));
    const [exact] = given(exportModel(subject, EXACT));
    const model = await imported(weights ? [weights] : []);
    expect(model.parameters).toEqual(subject.model.parameters.map(Math.fround));
    expect(model.notes).toContainEqual({ code: 'rounded' });
    expect(exact?.bytes.size).toBeGreaterThan(1.5 * (weights?.bytes.size ?? 0));
  });

  it('opens with its JSON beside it, which may have been edited', async () => {
    const [weights, json] = given(exportModel(await trained(FULL_CONFIG), EXACT));
    if (!weights || !json) throw new Error('two files');
    const text = (await json.bytes.text()).replace('"batch": 3', '"batch": 4');
    const edited = { name: json.name, bytes: new Blob([text]) };
    expect((await imported([edited, weights])).config.batch).toBe(4);
    expect((await imported([weights, json])).config.batch).toBe(3);
  });

  it('never holds the text', async () => {
    const decoder = new TextDecoder('latin1');
    for (const { bytes } of exportModel(await trained(FULL_CONFIG), EXACT)) {
      expect(decoder.decode(bytes)).not.toContain('which already');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_RNN } from '../models/cells/roles.ts';
import { ADAM, DROPOUT_CONFIG, RECALL_CONFIG, TAGGING_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { createJsTrainer } from './js-trainer.ts';
import type { RunConfig } from './protocol.ts';
import { begin, parametersOf, prepared, resume, train } from './run.testkit.ts';
import { RunError } from './run-error.ts';

const bits = (values: Float64Array) => new BigUint64Array(Float64Array.from(values).buffer);
const SGD = { kind: 'sgd', learningRate: 0.5 } as const;

const CONFIGS: readonly [string, RunConfig][] = [
  ['next-symbol', TEXT_CONFIG],
  ['recall', RECALL_CONFIG],
  ['tagging, both ways', TAGGING_CONFIG],
  ['dropout and a schedule', DROPOUT_CONFIG],
  [
    'words, one GRU layer, momentum',
    {
      ...TEXT_CONFIG,
      task: { kind: 'next-symbol', text: 'a b a c a b a d '.repeat(20), level: 'word', vocabulary: 4 },
      cell: DEFAULT_GRU,
      layers: 1,
      optimizer: { kind: 'momentum', learningRate: 0.1, momentum: 0.9 },
      clip: null,
    },
  ],
  [
    'RNN, RMSProp',
    {
      ...RECALL_CONFIG,
      cell: DEFAULT_RNN,
      optimizer: { kind: 'rmsprop', learningRate: 0.01, decay: 0.9, epsilon: 1e-8 },
    },
  ],
];

describe.each(CONFIGS)('%s', (_name, config) => {
  it('gives the same numbers, bit for bit, for the same seed, and others for another', async () => {
    const curves = await Promise.all(
      [config, config, { ...config, seed: 43 }].map((each) => train(createJsTrainer(...begin(each)), 40)),
    );
    expect(curves[1]).toEqual(curves[0]);
    expect(curves[2]?.[0]?.loss).not.toBe(curves[0]?.[0]?.loss);
  });

  it.each([0, 1, 17])('goes on from a checkpoint at step %i as if nothing had happened', async (at) => {
    const whole = createJsTrainer(...begin(config));
    const first = createJsTrainer(...begin(config));
    await train(whole, at);
    await train(first, at);
    const second = createJsTrainer(...resume(config, await first.checkpoint()));
    expect(second.stepsDone).toBe(at);
    expect(await train(second, 30)).toEqual(await train(whole, 30));
    const length = prepared(config).layout.length;
    expect(bits(await parametersOf(second, length))).toEqual(bits(await parametersOf(whole, length)));
  });

  it('learns', async () => {
    const curve = await train(createJsTrainer(...begin({ ...config, optimizer: ADAM })), 300);
    const mean = (points: typeof curve) => points.reduce((sum, { loss }) => sum + loss, 0) / points.length;
    expect(mean(curve.slice(-20))).toBeLessThan(0.8 * mean(curve.slice(0, 5)));
  });
});

it('knows the loss of the first batch before it trains on it', async () => {
  const trainer = createJsTrainer(...begin(TEXT_CONFIG));
  const { latest, since } = await trainer.stats();
  expect(since).toEqual([]);
  expect(latest.step).toBe(0);
  const [first] = await train(trainer, 1);
  expect(first).toEqual({ ...latest, step: 1 });
});

it('begins near the loss of a uniform guess', async () => {
  const [run, start] = begin({ ...TEXT_CONFIG, hidden: 32 });
  expect(Math.abs((start.stats?.loss ?? 0) - Math.log(run.network.classes))).toBeLessThan(0.3);
});

describe('divergence', () => {
  it('names the step and throws before the parameters are spoilt', async () => {
    const trainer = createJsTrainer(
      ...begin({ ...TEXT_CONFIG, optimizer: { ...SGD, learningRate: 1e308 }, clip: null }),
    );
    await expect(train(trainer, 10)).rejects.toMatchObject({ failure: { code: 'diverged' } });
    await train(trainer, 10).catch((error: unknown) => {
      expect(error).toBeInstanceOf(RunError);
      expect((error as RunError).failure).toMatchObject({ step: trainer.stepsDone + 1 });
    });
  });

  it('does not save what is not finite', async () => {
    const trainer = createJsTrainer(...begin(TEXT_CONFIG));
    trainer.setLearningRate(Number.POSITIVE_INFINITY);
    await train(trainer, 1);
    await expect(trainer.checkpoint()).rejects.toMatchObject({
      failure: { code: 'diverged', step: 1, what: 'parameters' },
    });
  });
});

it('changes what it is told to change, and only that', async () => {
  const [run, start] = begin(TEXT_CONFIG);
  const before = start.parameters.slice();
  const trainer = createJsTrainer(run, start);
  await trainer.edit([
    { index: 3, value: 9 },
    { index: -1, value: 9 },
    { index: before.length, value: 9 },
    { index: 4, value: Number.NaN },
  ]);
  before[3] = 9;
  expect(await parametersOf(trainer, before.length)).toEqual(before);
});

it('keeps a learning rate that was set by hand in its checkpoint', async () => {
  const trainer = createJsTrainer(...begin({ ...TEXT_CONFIG, optimizer: SGD }));
  trainer.setLearningRate(0);
  const [before] = await train(trainer, 1);
  expect(before?.step).toBe(1);
  const config = { ...TEXT_CONFIG, optimizer: { ...SGD, learningRate: 0 } };
  const resumed = createJsTrainer(...resume(config, await trainer.checkpoint()));
  const length = prepared(config).layout.length;
  const at = await parametersOf(resumed, length);
  await train(resumed, 3);
  expect(await parametersOf(resumed, length)).toEqual(at);
});

it('refuses the checkpoint of another run', async () => {
  const bytes = await createJsTrainer(...begin(TEXT_CONFIG)).checkpoint();
  expect(() => resume({ ...TEXT_CONFIG, hidden: 6 }, bytes)).toThrow(RunError);
  expect(() => resume(RECALL_CONFIG, bytes)).toThrow(RunError);
});

it('edited before its first step, it reports the loss of the edited weights', async () => {
  const trainer = createJsTrainer(...begin(TEXT_CONFIG));
  const before = (await trainer.stats()).latest;
  const { length } = prepared(TEXT_CONFIG).layout;
  await trainer.edit(Array.from({ length }, (_, index) => ({ index, value: 0 })));
  const { latest } = await trainer.stats();
  expect(latest.step).toBe(0);
  // All-zero weights guess evenly.
  expect(latest.loss).toBeCloseTo(Math.log(prepared(TEXT_CONFIG).info.vocabulary.length), 10);
  expect(latest.loss).not.toBe(before.loss);
});

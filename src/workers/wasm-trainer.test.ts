import { describe, expect, it } from 'vitest';
import type { WasmEngine } from '../kernels/wasm/types.ts';
import { openTestWasm } from '../kernels/wasm/wasm.testkit.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../models/cells/roles.ts';
import { ADAM, DROPOUT_CONFIG, RECALL_CONFIG, TAGGING_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { createJsTrainer } from './js-trainer.ts';
import type { LossPoint, RunConfig, Trainer } from './protocol.ts';
import { begin, parametersOf, prepared, resume, train } from './run.testkit.ts';
import { RunError } from './run-error.ts';
import { createWasmTrainer } from './wasm-trainer.ts';

const engine = await openTestWasm();
const onWasm = (config: RunConfig) => createWasmTrainer(...begin(config), engine);
const SGD = { kind: 'sgd', learningRate: 0.5 } as const;

const CELLS = [
  ['RNN', DEFAULT_RNN],
  ['GRU', DEFAULT_GRU],
  ['LSTM', DEFAULT_LSTM],
] as const;
const TASKS = [
  ['next-symbol', { ...TEXT_CONFIG, hidden: 12, layers: 1 }],
  ['recall', { ...RECALL_CONFIG, hidden: 12, clip: 1 }],
] as const;
const CONFIGS: readonly [string, RunConfig][] = TASKS.flatMap(([task, config]) =>
  CELLS.map(([name, cell]): [string, RunConfig] => [`${task}, ${name}`, { ...config, cell }]),
);
const OPTIMIZERS: readonly [string, RunConfig][] = [
  ['two layers, Adam', TEXT_CONFIG],
  ['SGD, unclipped', { ...TEXT_CONFIG, optimizer: SGD, clip: null }],
  ['momentum', { ...TEXT_CONFIG, optimizer: { kind: 'momentum', learningRate: 0.1, momentum: 0.9 } }],
  [
    'RMSProp',
    { ...TEXT_CONFIG, optimizer: { kind: 'rmsprop', learningRate: 0.01, decay: 0.9, epsilon: 1e-8 } },
  ],
];

const TAGGERS: readonly [string, RunConfig][] = [
  ['tags, side by side', TAGGING_CONFIG],
  ['dropout and a schedule', DROPOUT_CONFIG],
  ['tags, added, two layers', { ...TAGGING_CONFIG, cell: DEFAULT_GRU, directions: 'sum', layers: 2 }],
];

describe.each([...CONFIGS, ...OPTIMIZERS, ...TAGGERS])('%s', (_name, config) => {
  it('gives the same numbers, bit for bit, for the same seed, and others for another', async () => {
    const curves = await Promise.all(
      [config, config, { ...config, seed: 43 }].map((each) => train(onWasm(each), 40)),
    );
    expect(curves[1]).toEqual(curves[0]);
    expect(curves[2]?.[0]?.loss).not.toBe(curves[0]?.[0]?.loss);
  });

  it.each([0, 1, 17])('goes on from a checkpoint at step %i as if nothing had happened', async (at) => {
    const whole = onWasm(config);
    const first = onWasm(config);
    await train(whole, at);
    await train(first, at);
    const bytes = await first.checkpoint();
    const second = createWasmTrainer(...resume(config, bytes), engine);
    expect(second.stepsDone).toBe(at);
    expect(await second.checkpoint()).toEqual(bytes);
    expect(await train(second, 30)).toEqual(await train(whole, 30));
    const length = prepared(config).layout.length;
    expect(await parametersOf(second, length)).toEqual(await parametersOf(whole, length));
  });

  it('follows the reference within 1 % for 200 steps', async () => {
    const [found, expected] = await Promise.all([
      train(onWasm(config), 200),
      train(createJsTrainer(...begin(config)), 200),
    ]);
    expect(found).toHaveLength(200);
    expect(furthest(found, expected)).toBeLessThan(0.01);
  });

  it.each(['TypeScript', 'WASM'])('is taken over from %s by the other', async (from) => {
    const open = (tier: string, ...at: ReturnType<typeof begin>): Trainer =>
      tier === 'WASM' ? createWasmTrainer(...at, engine) : createJsTrainer(...at);
    const to = from === 'WASM' ? 'TypeScript' : 'WASM';
    const whole = open(from, ...begin(config));
    await train(whole, 25);
    const bytes = await whole.checkpoint();
    const found = await train(open(to, ...resume(config, bytes)), 25);
    const expected = await train(whole, 25);
    expect(found.map(({ step }) => step)).toEqual(expected.map(({ step }) => step));
    expect(furthest(found, expected)).toBeLessThan(0.01);
  });
});

/** Largest relative difference of two loss curves; accuracies must be alike, but for answers on the edge. */
function furthest(found: readonly LossPoint[], expected: readonly LossPoint[]): number {
  const differences = found.map(({ loss, accuracy }, i) => {
    const other = expected[i];
    if (!other) return Number.POSITIVE_INFINITY;
    if (accuracy === null) expect(other.accuracy).toBeNull();
    else expect(Math.abs(accuracy - (other.accuracy ?? 9))).toBeLessThanOrEqual(0.2);
    return Math.abs(loss / other.loss - 1);
  });
  return Math.max(...differences);
}

it('knows the loss of the first batch before it trains on it', async () => {
  const trainer = onWasm(TEXT_CONFIG);
  const { latest, since } = await trainer.stats();
  expect(since).toEqual([]);
  const [first] = await train(trainer, 1);
  expect(first?.loss).toBeCloseTo(latest.loss, 5);
  expect(first?.gradientNorm).toBeCloseTo(latest.gradientNorm, 5);
});

it('learns to recall, and says how often it is right', async () => {
  const config: RunConfig = { ...RECALL_CONFIG, task: { kind: 'recall', symbols: 4, delay: 1 }, hidden: 16 };
  const curve = await train(onWasm({ ...config, optimizer: ADAM }), 300);
  const share = curve.slice(-20).reduce((sum, { accuracy }) => sum + (accuracy ?? 0), 0) / 20;
  expect(share).toBeGreaterThan(0.9);
  for (const { accuracy } of curve) expect(((accuracy ?? -1) * RECALL_CONFIG.batch) % 1).toBeCloseTo(0, 9);
});

describe('divergence', () => {
  it('names the step, and leaves the parameters as they were before it', async () => {
    const cell = { kind: 'rnn', activation: 'linear' } as const;
    const optimizer = { ...SGD, learningRate: 1e3 };
    const config: RunConfig = { ...TEXT_CONFIG, cell, optimizer, clip: null };
    const { length } = prepared(config).layout;
    const trainer = onWasm(config);
    let before: Float64Array = new Float64Array(length);
    const failure = await (async () => {
      for (let i = 0; i < 100; i++) {
        before = await parametersOf(trainer, length);
        await trainer.step();
      }
    })().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RunError);
    expect((failure as RunError).failure).toMatchObject({ code: 'diverged', step: trainer.stepsDone + 1 });
    expect(await parametersOf(trainer, length)).toEqual(before);
  });

  it('does not save what is not finite', async () => {
    const trainer = onWasm({ ...TEXT_CONFIG, clip: null });
    trainer.setLearningRate(Number.POSITIVE_INFINITY);
    await train(trainer, 1);
    await expect(trainer.checkpoint()).rejects.toMatchObject({
      failure: { code: 'diverged', step: 1, what: 'parameters' },
    });
  });
});

it('changes what it is told to change, and only that', async () => {
  const trainer = onWasm(TEXT_CONFIG);
  const { length } = prepared(TEXT_CONFIG).layout;
  const before = await parametersOf(trainer, length);
  const loss = (await trainer.stats()).latest.loss;
  await trainer.edit([
    { index: 3, value: 9 },
    { index: -1, value: 9 },
    { index: length, value: 9 },
    { index: 4, value: Number.NaN },
  ]);
  before[3] = 9;
  expect(await parametersOf(trainer, length)).toEqual(before);
  expect((await trainer.stats()).latest.loss).not.toBe(loss);
});

it('keeps a learning rate that was set by hand in its checkpoint', async () => {
  const config = { ...TEXT_CONFIG, optimizer: { ...SGD, learningRate: 0 } };
  const trainer = onWasm({ ...TEXT_CONFIG, optimizer: SGD });
  trainer.setLearningRate(0);
  await train(trainer, 1);
  const resumed = createWasmTrainer(...resume(config, await trainer.checkpoint()), engine);
  const { length } = prepared(config).layout;
  const at = await parametersOf(resumed, length);
  await train(resumed, 3);
  expect(await parametersOf(resumed, length)).toEqual(at);
});

describe('what goes wrong', () => {
  const failing = (error: Error): WasmEngine => ({
    ...engine,
    createNetwork() {
      throw error;
    },
  });

  it('is memory, where the module says how much', () => {
    const create = () => createWasmTrainer(...begin(TEXT_CONFIG), failing(new RangeError('3 GiB asked for')));
    expect(create).toThrow(RunError);
    try {
      create();
    } catch (error) {
      expect((error as RunError).failure).toEqual({
        code: 'out-of-memory',
        step: 0,
        detail: '3 GiB asked for',
      });
    }
  });

  it('is passed on as it is otherwise', () => {
    const create = () => createWasmTrainer(...begin(TEXT_CONFIG), failing(new Error('unreachable')));
    expect(create).toThrow('unreachable');
  });
});

it('several trainers share an engine and do not disturb one another', async () => {
  const expected = await train(onWasm(TEXT_CONFIG), 10);
  const [first, second] = [onWasm(TEXT_CONFIG), onWasm(RECALL_CONFIG)];
  const found: LossPoint[] = [];
  for (let i = 0; i < 10; i++) {
    await second.step();
    found.push(...(await train(first, 1)));
  }
  second.dispose();
  expect(found).toEqual(expected);
});

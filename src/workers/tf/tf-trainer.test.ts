import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { ADAM, DROPOUT_CONFIG, RECALL_CONFIG, TAGGING_CONFIG, TEXT_CONFIG } from '../config.testkit.ts';
import { createJsTrainer } from '../js-trainer.ts';
import type { RunConfig } from '../protocol.ts';
import { begin, parametersOf, prepared, resume, train } from '../run.testkit.ts';
import type { TfEngine } from './engine.ts';
import { openCpu } from './tf.testkit.ts';
import { createTfTrainer } from './tf-trainer.ts';

let engine: TfEngine;
beforeAll(async () => {
  engine = await openCpu();
});

const onTf = (config: RunConfig) => createTfTrainer(...begin(config), engine, 'webgpu');
const OPTIMIZERS: readonly OptimizerSpec[] = [
  ADAM,
  { kind: 'sgd', learningRate: 0.5 },
  { kind: 'momentum', learningRate: 0.1, momentum: 0.9 },
  { kind: 'rmsprop', learningRate: 0.005, decay: 0.9, epsilon: 1e-8 },
];

describe.each([
  ['next-symbol', TEXT_CONFIG],
  ['recall', RECALL_CONFIG],
  ['tagging, both ways', TAGGING_CONFIG],
  ['dropout and a schedule', DROPOUT_CONFIG],
] as const)('%s', (_name, config) => {
  it.each(OPTIMIZERS)('follows the reference for 20 steps with %j', async (optimizer) => {
    const asked = { ...config, optimizer, clip: 0.5 };
    const reference = await train(createJsTrainer(...begin(asked)), 20);
    const found = await train(onTf(asked), 20);
    expect(found.map(({ step }) => step)).toEqual(reference.map(({ step }) => step));
    found.forEach(({ loss, gradientNorm, accuracy }, i) => {
      expect(Math.abs(loss / (reference[i]?.loss ?? 0) - 1)).toBeLessThan(1e-2);
      expect(Math.abs(gradientNorm / (reference[i]?.gradientNorm ?? 0) - 1)).toBeLessThan(1e-2);
      expect(accuracy).toBe(reference[i]?.accuracy);
    });
  });

  it('goes on from a checkpoint bit for bit', async () => {
    const whole = onTf(config);
    const first = onTf(config);
    await train(whole, 9);
    await train(first, 9);
    const second = createTfTrainer(...resume(config, await first.checkpoint()), engine, 'webgpu');
    expect(await train(second, 12)).toEqual(await train(whole, 12));
  });

  it('hands its run to the CPU tier', async () => {
    const first = onTf(config);
    await train(first, 9);
    const second = createJsTrainer(...resume(config, await first.checkpoint()));
    const { length } = prepared(config).layout;
    expect(await parametersOf(second, length)).toEqual(await parametersOf(first, length));
    const [there] = await train(second, 1);
    const [here] = await train(first, 1);
    expect(Math.abs((there?.loss ?? 0) / (here?.loss ?? 1) - 1)).toBeLessThan(1e-4);
  });
});

it('keeps its memory flat over 50 steps, and frees it', async () => {
  const before = memory().numTensors;
  const trainer = onTf(TEXT_CONFIG);
  await train(trainer, 2);
  const during = memory().numTensors;
  for (let i = 0; i < 5; i++) await train(trainer, 10);
  await trainer.checkpoint();
  await trainer.edit([{ index: 0, value: 1 }]);
  expect(memory().numTensors).toBe(during);
  trainer.dispose();
  expect(memory().numTensors).toBe(before);
});

it('reads the losses by itself when nobody asks for long, and keeps an even sample', async () => {
  const trainer = onTf({
    ...RECALL_CONFIG,
    hidden: 2,
    batch: 2,
    task: { kind: 'recall', symbols: 2, delay: 0 },
  });
  const curve = await train(trainer, 600);
  expect(curve.length).toBeLessThanOrEqual(512);
  expect(curve[0]?.step).toBe(1);
  expect(curve.at(-1)?.step).toBe(600);
});

it('names the step at which it diverged, although it was read later', async () => {
  const config: RunConfig = { ...TEXT_CONFIG, optimizer: { kind: 'sgd', learningRate: 1e40 }, clip: null };
  const reference = onTf(config);
  let first = 0;
  for (let i = 1; i < 20 && first === 0; i++) {
    await reference.step();
    await reference.stats().catch(() => {
      first = i;
    });
  }
  expect(first).toBeGreaterThan(1);
  const late = onTf(config);
  for (let i = 0; i < 20; i++) await late.step();
  await expect(late.stats()).rejects.toMatchObject({ failure: { code: 'diverged', step: first } });
});

it('changes what it is told to change', async () => {
  const trainer = onTf(TEXT_CONFIG);
  const { length } = prepared(TEXT_CONFIG).layout;
  const before = await parametersOf(trainer, length);
  await trainer.edit([{ index: 3, value: 9 }]);
  before[3] = 9;
  expect(await parametersOf(trainer, length)).toEqual(before);
});

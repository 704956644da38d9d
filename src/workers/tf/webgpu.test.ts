import { getBackend, memory } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import { networkLayout } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { findDisagreement } from '../agreement.ts';
import { RECALL_CONFIG, TAGGING_CONFIG, TEXT_CONFIG } from '../config.testkit.ts';
import {
  HELD_OUT_CONFIG,
  heldOutLossByReference,
  trainMeasured,
  withoutHeldOut,
} from '../held-out.testkit.ts';
import { createJsTrainer } from '../js-trainer.ts';
import type { RunConfig } from '../protocol.ts';
import { begin, parametersOf, prepared, resume, train } from '../run.testkit.ts';
import { computeByReference, randomInput } from '../self-test.ts';
import { computeOnDevice } from './pass.ts';
import { selfTest } from './self-test.ts';
import { openDawn } from './tf.testkit.ts';
import { createTfTrainer } from './tf-trainer.ts';
import { updateByReference, updateOnDevice } from './update-check.ts';
import { VARIANTS } from './variants.testkit.ts';

const opened = await openDawn();
const engine = typeof opened === 'string' ? null : opened;
const reason = typeof opened === 'string' ? ` (skipped: ${opened})` : '';

const onWebgpu = (config: RunConfig, from?: Uint8Array) => {
  if (!engine) throw new Error('no device');
  const [run, start] = from ? resume(config, from) : begin(config);
  return createTfTrainer(run, start, engine, 'webgpu');
};

/** Dispatches that `act` takes, TF.js's and ours. */
async function countDispatches(act: () => Promise<unknown>): Promise<number> {
  const { prototype } = GPUComputePassEncoder;
  const { dispatchWorkgroups } = prototype;
  let count = 0;
  prototype.dispatchWorkgroups = function (...groups) {
    count++;
    return dispatchWorkgroups.apply(this, groups);
  };
  await act();
  prototype.dispatchWorkgroups = dispatchWorkgroups;
  return count;
}

// A software adapter compiles each shader before its first step: one device for all.
describe.skipIf(!engine)(`on WebGPU${reason}`, { timeout: 120_000 }, () => {
  afterAll(() => engine?.dispose());

  it('passes its self-test', async () => {
    expect(getBackend()).toBe('webgpu');
    expect(await selfTest()).toEqual({ agrees: true });
    await engine?.check();
  });

  it.each(VARIANTS)('%s agrees with the reference', async (_name, spec) => {
    const input = randomInput(spec, createRandom(5), { layers: 2 });
    const found = await computeOnDevice(input);
    expect(findDisagreement(networkLayout(input.network), computeByReference(input), found, 1e-4)).toBeNull();
  });

  it.each(['concat', 'sum'] as const)(
    'both ways, %s, masked, agrees with the reference',
    async (directions) => {
      const tagger = { classes: 3, hidden: 3, layers: 2, directions, lengths: [3, 1] };
      const input = randomInput(DEFAULT_LSTM, createRandom(6), tagger);
      const found = await computeOnDevice(input);
      expect(
        findDisagreement(networkLayout(input.network), computeByReference(input), found, 1e-4),
      ).toBeNull();
    },
  );

  it.each(['forward', 'sum'] as const)(
    'leaves out the values that the reference leaves out, %s',
    async (directions) => {
      const dropped = { layers: 2, directions, rate: 0.5, hidden: 5, lengths: [3, 2] };
      const input = randomInput(DEFAULT_GRU, createRandom(8), dropped);
      const found = await computeOnDevice(input);
      expect(
        findDisagreement(networkLayout(input.network), computeByReference(input), found, 1e-4),
      ).toBeNull();
    },
  );

  it.each([
    { kind: 'sgd', learningRate: 0.1 },
    { kind: 'momentum', learningRate: 0.1, momentum: 0.9 },
    { kind: 'rmsprop', learningRate: 0.01, decay: 0.9, epsilon: 1e-8 },
    { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  ] as const)('$kind moves as the reference does, clipped or not', async (optimizer) => {
    // More parameters than one workgroup sums, and more than the grid is wide.
    const numbers = (seed: number) => testNumbers(seed, 5000);
    for (const clip of [null, 1]) {
      const input = { optimizer, parameters: numbers(1), gradients: [numbers(2), numbers(3)], clip };
      const expected = updateByReference(input);
      const found = await updateOnDevice(input);
      expect(found.arrays.length).toBe(expected.arrays.length);
      for (const [i, values] of [...expected.arrays, expected.curve].entries()) {
        const others = [...found.arrays, found.curve][i];
        const worst = Math.max(...values.map((value, at) => Math.abs(value - (others?.[at] ?? Number.NaN))));
        expect(worst).toBeLessThanOrEqual(2e-5 * Math.max(1, ...values));
      }
    }
  });

  it.each([
    ['LSTM, two layers', { ...TEXT_CONFIG, steps: 3 }, 30],
    ['RNN', { ...TEXT_CONFIG, cell: DEFAULT_RNN, layers: 1, hidden: 8, clip: null }, 200],
    ['recall', { ...RECALL_CONFIG, cell: DEFAULT_GRU, task: { kind: 'recall', symbols: 3, delay: 1 } }, 30],
    ['tagging, both ways', TAGGING_CONFIG, 30],
  ] as const)('$0 follows the reference within 1 %, memory flat', async (_name, config, steps) => {
    const reference = await train(createJsTrainer(...begin(config)), steps);
    const trainer = onWebgpu(config);
    const found = [...(await train(trainer, 2))];
    const { numTensors } = memory();
    found.push(...(await train(trainer, steps - 2)));
    expect(memory().numTensors).toBe(numTensors);
    expect(found.map(({ step }) => step)).toEqual(reference.map(({ step }) => step));
    found.forEach(({ loss, accuracy }, i) => {
      expect(Math.abs(loss / (reference[i]?.loss ?? 0) - 1)).toBeLessThan(1e-2);
      expect(accuracy).toBe(reference[i]?.accuracy);
    });
    trainer.dispose();
  });

  it('is the same bit for bit when run again, and from a checkpoint', async () => {
    const first = onWebgpu(TEXT_CONFIG);
    const second = onWebgpu(TEXT_CONFIG);
    const curve = await train(first, 9);
    expect(await train(second, 9)).toEqual(curve);
    const third = onWebgpu(TEXT_CONFIG, await first.checkpoint());
    expect(await train(third, 5)).toEqual(await train(first, 5));
    const { length } = prepared(TEXT_CONFIG).layout;
    expect(await parametersOf(third, length)).toEqual(await parametersOf(first, length));
    for (const trainer of [first, second, third]) trainer.dispose();
  });

  it('measures held-out text as the reference does, and leaves no trace: not a bit, not a tensor', async () => {
    const { length } = prepared(HELD_OUT_CONFIG).layout;
    const [run, start] = begin(HELD_OUT_CONFIG);
    if (!engine) throw new Error('no device');
    const trainer = createTfTrainer(run, start, engine, 'webgpu');
    const points = [...(await trainMeasured(run, trainer, 4))];
    const expected = await heldOutLossByReference(run, trainer);
    expect(points.map(({ step }) => step)).toEqual([0, 4]);
    expect(Math.abs((points[1]?.loss ?? 0) / expected - 1)).toBeLessThan(1e-5);
    const { numTensors } = memory();
    await trainMeasured(run, trainer, 5);
    expect(memory().numTensors).toBe(numTensors);
    const plain = onWebgpu(withoutHeldOut(HELD_OUT_CONFIG));
    await train(plain, 9);
    expect(await parametersOf(trainer, length)).toEqual(await parametersOf(plain, length));
    for (const each of [trainer, plain]) each.dispose();
  });

  it('takes 18 dispatches a step with one layer, however long the sequence', async () => {
    const counted: number[] = [];
    for (const steps of [3, 12]) {
      const trainer = onWebgpu({ ...TEXT_CONFIG, layers: 1, steps });
      await train(trainer, 1);
      counted.push(await countDispatches(() => train(trainer, 2)));
      trainer.dispose();
    }
    expect(counted).toEqual([36, 36]);
  });

  it.each([
    ['concat', 30],
    ['sum', 28],
  ] as const)('takes a few more both ways, %s', async (directions, dispatches) => {
    const trainer = onWebgpu({ ...TAGGING_CONFIG, directions });
    await train(trainer, 1);
    expect(await countDispatches(() => train(trainer, 2))).toBe(2 * dispatches);
    trainer.dispose();
  });

  it('names the step at which it diverged, although it was read later', async () => {
    const optimizer = { kind: 'sgd', learningRate: 1e40 } as const;
    const trainer = onWebgpu({ ...TEXT_CONFIG, optimizer, clip: null });
    for (let i = 0; i < 4; i++) await trainer.step();
    const failure = { code: 'diverged', step: 2, what: 'loss' };
    await expect(trainer.stats()).rejects.toMatchObject({ failure });
    await expect(trainer.checkpoint()).rejects.toMatchObject({ failure: { code: 'diverged' } });
    trainer.dispose();
  });

  it('changes what it is told to change', async () => {
    const trainer = onWebgpu(TEXT_CONFIG);
    const { length } = prepared(TEXT_CONFIG).layout;
    await train(trainer, 2);
    await trainer.edit([{ index: 3, value: 9 }]);
    expect((await parametersOf(trainer, length))[3]).toBe(9);
    trainer.dispose();
  });
});

describe.skipIf(!engine)(`a device of its own${reason}`, { timeout: 120_000 }, () => {
  it('that is lost rejects what waits for it, and says so', async () => {
    const other = await openDawn();
    if (typeof other === 'string') throw new Error(other);
    const trainer = createTfTrainer(...begin(TEXT_CONFIG), other, 'webgpu');
    await train(trainer, 1);
    other.loseDevice();
    expect(await other.lost).toMatch(/destroy/i);
    await expect(train(trainer, 2)).rejects.toThrow();
  });

  it('reports what went wrong on it', async () => {
    const other = await openDawn();
    if (typeof other === 'string') throw new Error(other);
    await other.check();
    const { backend } = await import('@tensorflow/tfjs-core');
    const { device } = backend() as unknown as { readonly device: GPUDevice };
    device.createBuffer({ size: 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    await device.queue.onSubmittedWorkDone();
    await expect(other.check()).rejects.toThrow(/usage/i);
    other.dispose();
  });
});

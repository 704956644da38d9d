import { beforeAll, describe, expect, it } from 'vitest';
import { openTestWasm } from '../kernels/wasm/wasm.testkit.ts';
import { createHeldOutText } from '../models/language/held-out.ts';
import { UNKNOWN_ID } from '../models/text/vocabulary.ts';
import {
  HELD_OUT_CONFIG,
  heldOutLossByReference,
  trainMeasured,
  withoutHeldOut,
} from './held-out.testkit.ts';
import { createHeldOutMeter } from './held-out.ts';
import { createJsTrainer } from './js-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { RunConfig, Trainer } from './protocol.ts';
import { begin, parametersOf, prepared, resume, train } from './run.testkit.ts';
import type { StartState } from './start.ts';
import { openCpu } from './tf/tf.testkit.ts';
import { createTfTrainer } from './tf/tf-trainer.ts';
import { createWasmTrainer } from './wasm-trainer.ts';

const engine = await openTestWasm();
let tf: Awaited<ReturnType<typeof openCpu>>;
beforeAll(async () => {
  tf = await openCpu();
});

type Open = (run: PreparedRun, start: StartState) => Trainer;
const TIERS: readonly (readonly [string, Open])[] = [
  ['TypeScript', createJsTrainer],
  ['WASM', (run, start) => createWasmTrainer(run, start, engine)],
  ['TF.js', (run, start) => createTfTrainer(run, start, tf, 'webgpu')],
];

describe.each(TIERS)('held-out text on %s', (_name, open) => {
  const opened = (config: RunConfig, bytes?: Uint8Array) => {
    const [run, start] = bytes ? resume(config, bytes) : begin(config);
    return { run, trainer: open(run, start) };
  };

  it('has the loss of the reference, before training and after', async () => {
    const { run, trainer } = opened(HELD_OUT_CONFIG);
    expect(run.info.heldOut).toBe(69);
    for (const steps of [0, 4]) {
      const last = (await trainMeasured(run, trainer, steps)).at(-1);
      const expected = await heldOutLossByReference(run, trainer);
      expect(last?.step).toBe(steps);
      expect(Math.abs((last?.loss ?? 0) / expected - 1)).toBeLessThan(2e-6);
    }
  });

  it('changes nothing of the training, bit for bit', async () => {
    const { run, trainer } = opened(HELD_OUT_CONFIG);
    const plain = opened(withoutHeldOut(HELD_OUT_CONFIG));
    await trainMeasured(run, trainer, 9);
    const curve = await train(plain.trainer, 9);
    expect((await trainer.stats()).since).toEqual(curve);
    const { length } = run.layout;
    expect(await parametersOf(trainer, length)).toEqual(await parametersOf(plain.trainer, length));
    expect(await train(trainer, 3)).toEqual(await train(plain.trainer, 3));
  });

  it('is measured at the step that a run goes on at, and from there as if nothing had happened', async () => {
    const whole = opened(HELD_OUT_CONFIG);
    const first = opened(HELD_OUT_CONFIG);
    await train(whole.trainer, 6);
    await train(first.trainer, 6);
    const second = opened(HELD_OUT_CONFIG, await first.trainer.checkpoint());
    const points = await trainMeasured(second.run, second.trainer, 8);
    expect(points.map(({ step }) => step)).toEqual([6, 8, 12]);
    expect(await trainMeasured(whole.run, whole.trainer, 8)).toEqual(points);
  });
});

describe('a prepared run', () => {
  it('learns from the rest, with a vocabulary of the rest', () => {
    const { info, vocabulary, heldOut } = prepared(HELD_OUT_CONFIG);
    const alone = prepared(withoutHeldOut(HELD_OUT_CONFIG));
    expect(info).toEqual({ ...alone.info, heldOut: 69 });
    expect(info.tokens).toBe(277 - 83);
    expect(vocabulary?.ids.has('Z')).toBe(false);
    const ids = [0, 1, 2, 3].flatMap((i) => [...(heldOut?.batch(i % heldOut.batches).ids ?? [])]);
    expect(ids).toContain(UNKNOWN_ID);
    expect(alone.heldOut).toBeNull();
  });
});

describe('the meter', () => {
  const text = createHeldOutText(Int32Array.from({ length: 22 }), { batch: 2, steps: 4 });
  if (!text) throw new Error('nothing to predict');
  /** Loses in batch i as many nats as `losses` says. */
  const fake = (losses: readonly number[]) => {
    const trainer = { stepsDone: 0, evaluated: 0, evaluate: () => losses[trainer.evaluated++ % 3] ?? 0 };
    return { trainer, meter: createHeldOutMeter(text, 10, trainer) };
  };
  const measure = async ({ meter }: ReturnType<typeof fake>) => {
    while (meter.isDue()) await meter.advance();
  };

  it('takes the mean over predictions, not over batches', async () => {
    const made = fake([1, 2, 8]);
    await measure(made);
    // Streams of ten: eight predictions, eight, and four.
    expect(made.meter.take()).toEqual([{ step: 0, loss: (8 * 1 + 8 * 2 + 4 * 8) / 20 }]);
    expect(made.meter.take()).toEqual([]);
  });

  it('measures where it begins and at every multiple, once', async () => {
    const made = fake([1]);
    made.trainer.stepsDone = 7;
    for (; made.trainer.stepsDone <= 30; made.trainer.stepsDone++) await measure(made);
    expect(made.meter.take().map(({ step }) => step)).toEqual([7, 10, 20, 30]);
  });

  it('begins again when the parameters change under it, and after', async () => {
    const made = fake([1, 1, 1]);
    await made.meter.advance();
    made.meter.restart();
    made.trainer.evaluated = 0;
    await measure(made);
    expect(made.trainer.evaluated).toBe(3);
    made.meter.restart();
    expect(made.meter.isDue()).toBe(true);
    await measure(made);
    expect(made.meter.take()).toHaveLength(2);
  });

  it('stops the run when the loss is no number', async () => {
    const made = fake([Number.NaN]);
    await expect(made.meter.advance()).rejects.toMatchObject({ failure: { code: 'diverged', step: 0 } });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { openTestWasm } from '../kernels/wasm/wasm.testkit.ts';
import { RECALL_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { createJsTrainer } from './js-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { RunConfig, Trainer } from './protocol.ts';
import { begin, train } from './run.testkit.ts';
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

describe('the loss of the first batch', () => {
  it('is the reference’s, unless the run is too large for that', () => {
    const [, small] = begin(TEXT_CONFIG);
    expect(small.stats).toMatchObject({ step: 0, accuracy: null });
    const task = { kind: 'recall', symbols: 20, delay: 60 } as const;
    const large: RunConfig = { ...RECALL_CONFIG, task, hidden: 120, batch: 30 };
    expect(begin(large)[1].stats).toBeNull();
  });

  it.each(TIERS)('is measured on %s where nobody knows it, without a trace', async (_name, open) => {
    for (const config of [TEXT_CONFIG, RECALL_CONFIG]) {
      const [run, start] = begin(config);
      const trainer = open(run, { ...start, stats: null });
      const { latest, since } = await trainer.stats();
      expect(since).toEqual([]);
      expect(latest.step).toBe(0);
      expect(latest.accuracy).toBe(start.stats?.accuracy);
      expect(latest.loss).toBeCloseTo(start.stats?.loss ?? 0, 5);
      expect(latest.gradientNorm).toBeCloseTo(start.stats?.gradientNorm ?? 0, 5);
      expect(await train(trainer, 5)).toEqual(await train(open(...begin(config)), 5));
    }
  });
});

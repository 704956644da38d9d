import type { SelfTestResult } from '../backend.ts';
import type { PreparedRun } from '../prepare.ts';
import type { Trainer } from '../protocol.ts';
import type { StartState } from '../start.ts';
import { openWebgpu } from './engine.ts';
import { selfTest } from './self-test.ts';
import { createTfTrainer } from './tf-trainer.ts';

/** The WebGPU tier on an open device: what the rest of the worker sees of TF.js, loaded only when it may be chosen. */
export interface WebgpuTier {
  selfTest(): Promise<SelfTestResult>;
  /** May be called several times: all trainers share the device, and none closes it. */
  createTrainer(run: PreparedRun, start: StartState): Trainer;
  /** Resolves with the reason when the device is lost. */
  readonly lost: Promise<string>;
  /** Closes the device, and with it every trainer. */
  dispose(): void;
}

export async function openWebgpuTier(): Promise<WebgpuTier> {
  const engine = await openWebgpu();
  return {
    async selfTest() {
      const result = await selfTest();
      // A shader that does not compile leaves zeros behind: say so rather than name the numbers.
      await engine.check();
      return result;
    },
    createTrainer: (run, start) => createTfTrainer(run, start, engine, 'webgpu'),
    lost: engine.lost,
    dispose: engine.dispose,
  };
}

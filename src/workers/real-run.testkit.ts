import { openTestWasm } from '../kernels/wasm/wasm.testkit.ts';
import { createJsTrainer } from './js-trainer.ts';
import type { LossPoint, RunConfig, RunInfo } from './protocol.ts';
import { begin, resume, train } from './run.testkit.ts';
import { createWasmTrainer } from './wasm-trainer.ts';

const engine = await openTestWasm();

export { DROPOUT_CONFIG, TEXT_CONFIG } from './config.testkit.ts';

/** A run without worker and page. */
export interface RealRun {
  readonly info: RunInfo;
  train(steps: number): Promise<readonly LossPoint[]>;
  checkpoint(): Promise<Uint8Array>;
}

/** Trains for real, from the seed or from a checkpoint. */
export function realRun(
  tier: 'js' | 'wasm',
  config: RunConfig,
  checkpoint: Uint8Array | null = null,
): RealRun {
  const [run, start] = checkpoint ? resume(config, checkpoint) : begin(config);
  const trainer = tier === 'js' ? createJsTrainer(run, start) : createWasmTrainer(run, start, engine);
  return {
    info: run.info,
    train: (steps) => train(trainer, steps),
    checkpoint: () => trainer.checkpoint(),
  };
}

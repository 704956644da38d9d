import { findAdapter } from './adapter.ts';
import { chooseTier, type TierRequest } from './backend.ts';
import { createJsTrainer } from './js-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { TierChoice, Trainer } from './protocol.ts';
import type { StartState } from './start.ts';
import type { WebgpuTier } from './tf/tier.ts';

export interface OpenedTrainer {
  readonly choice: TierChoice;
  readonly trainer: Trainer;
  /** Resolves with the reason if the tier's device is lost. */
  readonly lost: Promise<string> | null;
}

/** Chooses a tier and starts the run on it. TF.js is loaded only where a device may be used. */
export async function openTrainer(
  request: TierRequest,
  run: PreparedRun,
  start: StartState,
): Promise<OpenedTrainer> {
  let webgpu: WebgpuTier | null = null;
  const choice = await chooseTier(request, {
    findAdapter: () => findAdapter(),
    async testWebgpu() {
      const { openWebgpuTier } = await import('./tf/tier.ts');
      webgpu = await openWebgpuTier();
      return webgpu.selfTest();
    },
  });
  // Assigned inside a callback, which the compiler does not follow.
  const tier = webgpu as WebgpuTier | null;
  if (choice.tier === 'webgpu' && tier) {
    return { choice, trainer: tier.createTrainer(run, start), lost: tier.lost };
  }
  tier?.dispose();
  return { choice, trainer: createJsTrainer(run, start), lost: null };
}

import { findAdapter } from './adapter.ts';
import { chooseTier, type SelfTestResult, type TierRequest } from './backend.ts';
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

/** A driver that hangs must not keep the reader waiting; a software adapter takes a second or two. */
const PATIENCE_MS = 30_000;

/** The self-test's verdict, unless the device is lost or says nothing for too long. */
async function firstAnswer({ selfTest, lost }: WebgpuTier): Promise<SelfTestResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<SelfTestResult>((resolve) => {
    timer = setTimeout(() => resolve({ agrees: false, detail: 'no answer in 30 s' }), PATIENCE_MS);
  });
  const loss = lost.then((detail): SelfTestResult => ({ agrees: false, detail }));
  const answer = await Promise.race([selfTest(), loss, silence]);
  clearTimeout(timer);
  return answer;
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
      return firstAnswer(webgpu);
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

import { type Job, startJob } from '../job.ts';
import type { WorkerLike } from '../worker-line.ts';
import type { CostOrder, CostPoint, CostResult, FromCostWorker } from './protocol.ts';

export interface CostListener {
  /** The tier that the numbers come from. */
  onBegin(tier: 'wasm' | 'js'): void;
  onPoint(point: CostPoint): void;
}

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./costs.worker.ts', import.meta.url), { type: 'module', name: 'costs' });
}

/** Measures in a worker of its own. */
export function startMeasuring(
  order: CostOrder,
  { onBegin, onPoint }: CostListener,
  createWorker: () => WorkerLike = startWorker,
): Job<CostResult> {
  return startJob<FromCostWorker, CostResult>({
    createWorker,
    order,
    onMessage(message) {
      switch (message.type) {
        case 'done':
          return { code: 'done' };
        case 'stopped':
          return { code: 'stopped', detail: message.detail };
        case 'begins':
          onBegin(message.tier);
          return undefined;
        case 'point':
          onPoint(message.point);
          return undefined;
      }
    },
    stopped: (detail) => ({ code: 'stopped', detail }),
    cancelled: { code: 'cancelled' },
  });
}

import { type Job, startJob } from './job.ts';
import type { FromTextWorker, IntakeProgress, IntakeResult, ToTextWorker } from './text-protocol.ts';
import type { WorkerLike } from './worker-line.ts';

/** Files that are being read. */
export type TextReading = Job<IntakeResult>;

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module', name: 'text' });
}

/** Reads files as one text in a worker of their own. Cancelled, the result is the fault `cancelled`. */
export function startReading(
  files: readonly File[],
  onProgress: (progress: IntakeProgress) => void,
  createWorker: () => WorkerLike = startWorker,
): TextReading {
  return startJob<FromTextWorker, IntakeResult>({
    createWorker,
    order: { type: 'read', files } satisfies ToTextWorker,
    onMessage(message) {
      if (message.type === 'done') return message.result;
      onProgress(message);
      return undefined;
    },
    stopped: (detail) => ({ ok: false, fault: { code: 'stopped', detail } }),
    cancelled: { ok: false, fault: { code: 'cancelled' } },
  });
}

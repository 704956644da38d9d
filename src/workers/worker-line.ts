import { watchLifeline } from './lifeline.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** What a client needs of a `Worker`. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

/** A worker that serves a run, until it is ended or dies. */
export interface WorkerLine {
  send(message: ToWorker, transfer: readonly ArrayBuffer[]): void;
  /** Nothing is heard of it any more. */
  end(): void;
}

export interface WorkerLineOptions {
  readonly createWorker?: (() => WorkerLike) | undefined;
  readonly watch?: typeof watchLifeline | undefined;
  readonly onMessage: (message: FromWorker) => void;
  /** It threw what nobody caught, could not be understood, or is gone. */
  readonly onCrash: (detail: string) => void;
}

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: 'run' });
}

/** Starts a worker. Throws where the browser allows none. */
export function openWorkerLine(options: WorkerLineOptions): WorkerLine {
  const { createWorker = startWorker, watch = watchLifeline, onMessage, onCrash } = options;
  const worker = createWorker();
  let hasEnded = false;
  let endWatch = () => {};
  const crash = (detail: string) => {
    if (!hasEnded) onCrash(detail);
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (hasEnded) return;
    if (data.type === 'alive') endWatch = watch(data.lifeline, () => crash('the worker was killed'));
    else onMessage(data);
  };
  worker.onerror = (event) => {
    const detail = typeof event === 'object' && 'message' in event ? String(event.message) : '';
    crash(detail || 'the worker stopped');
  };
  worker.onmessageerror = () => crash('a message could not be read');
  return {
    send: (message, transfer) => worker.postMessage(message, [...transfer]),
    end() {
      hasEnded = true;
      endWatch();
      worker.terminate();
    },
  };
}

import { watchLifeline } from './lifeline.ts';

/** What is needed of a `Worker`. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

/** A worker that serves a run, until it is ended or dies. */
export interface WorkerLine<To> {
  send(message: To, transfer: readonly ArrayBuffer[]): void;
  /** Nothing is heard of it any more. */
  end(): void;
}

export interface WorkerLineOptions<From = unknown> {
  readonly createWorker: () => WorkerLike;
  readonly watch?: typeof watchLifeline | undefined;
  readonly onMessage: (message: From) => void;
  /** It threw what nobody caught, could not be understood, or is gone. */
  readonly onCrash: (detail: string) => void;
}

interface Alive {
  readonly type: 'alive';
  readonly lifeline: string;
}

/** Starts a worker. Throws where the browser allows none. */
export function openWorkerLine<To, From extends { readonly type: string }>(
  options: WorkerLineOptions<From>,
): WorkerLine<To> {
  const { createWorker, watch = watchLifeline, onMessage, onCrash } = options;
  const worker = createWorker();
  let hasEnded = false;
  let endWatch = () => {};
  const crash = (detail: string) => {
    if (!hasEnded) onCrash(detail);
  };
  const isAlive = (data: From | Alive): data is Alive => data.type === 'alive';
  worker.onmessage = ({ data }: MessageEvent<From | Alive>) => {
    if (hasEnded) return;
    if (isAlive(data)) endWatch = watch(data.lifeline, () => crash('the worker was killed'));
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

import type { FromTextWorker, IntakeProgress, IntakeResult, ToTextWorker } from './text-protocol.ts';

/** What is needed of a `Worker`. */
export type TextWorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

/** Files that are being read. */
export interface TextReading {
  /** Never rejects. */
  readonly result: Promise<IntakeResult>;
  /** Ends it at once; the result is then the fault `cancelled`. */
  cancel(): void;
}

/** Vite finds the worker by this very expression. */
function startWorker(): TextWorkerLike {
  return new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module', name: 'text' });
}

/** Reads files as one text in a worker of their own. */
export function startReading(
  files: readonly File[],
  onProgress: (progress: IntakeProgress) => void,
  createWorker: () => TextWorkerLike = startWorker,
): TextReading {
  let end: (result: IntakeResult) => void = () => {};
  const result = new Promise<IntakeResult>((resolve) => {
    end = resolve;
  });
  const stop = (detail: string) => end({ ok: false, fault: { code: 'stopped', detail } });
  let worker: TextWorkerLike;
  try {
    worker = createWorker();
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error));
    return { result, cancel() {} };
  }
  worker.onmessage = ({ data }: MessageEvent<FromTextWorker>) => {
    if (data.type === 'progress') onProgress(data);
    else end(data.result);
  };
  worker.onerror = (event) => stop('message' in event ? String(event.message) : '');
  worker.onmessageerror = () => stop('a message could not be read');
  void result.then(() => worker.terminate());
  worker.postMessage({ type: 'read', files } satisfies ToTextWorker);
  return { result, cancel: () => end({ ok: false, fault: { code: 'cancelled' } }) };
}

import type { WorkerLike } from './worker-line.ts';

/** Work that a worker of its own does once. */
export interface Job<Result> {
  /** Never rejects. */
  readonly result: Promise<Result>;
  /** Ends it at once. */
  cancel(): void;
}

export interface JobOptions<Message, Result> {
  readonly createWorker: () => WorkerLike;
  readonly order: unknown;
  /** Hears everything that the worker says; what is not undefined is the result. */
  readonly onMessage: (message: Message) => Result | undefined;
  /** The result when the worker cannot be started, or dies. */
  readonly stopped: (detail: string) => Result;
  readonly cancelled: Result;
}

/** Starts a worker, gives it its order, and ends it with the first result. */
export function startJob<Message, Result>(options: JobOptions<Message, Result>): Job<Result> {
  const { createWorker, order, onMessage, stopped, cancelled } = options;
  let end: (result: Result) => void = () => {};
  const result = new Promise<Result>((resolve) => {
    end = resolve;
  });
  let worker: WorkerLike;
  try {
    worker = createWorker();
  } catch (error) {
    end(stopped(error instanceof Error ? error.message : String(error)));
    return { result, cancel() {} };
  }
  worker.onmessage = ({ data }: MessageEvent<Message>) => {
    const found = onMessage(data);
    if (found !== undefined) end(found);
  };
  worker.onerror = (event) => end(stopped('message' in event ? String(event.message) : ''));
  worker.onmessageerror = () => end(stopped('a message could not be read'));
  void result.then(() => worker.terminate());
  worker.postMessage(order);
  return { result, cancel: () => end(cancelled) };
}

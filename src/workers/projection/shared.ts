import type { WorkerLike } from '../worker-line.ts';

/** Asks a worker to serve one more map, over this port. */
export interface PortMessage {
  readonly type: 'port';
}

/**
 * Small maps that share one worker: each speaks to a host of its own there, through a channel, as if it had a worker to itself.
 * The worker begins with the first map and ends with the last. If it dies, all of them are told.
 */
export function createSharedWorker(startWorker: () => WorkerLike): () => WorkerLike {
  const lines = new Set<WorkerLike>();
  let worker: WorkerLike | null = null;
  const crash = (event: ErrorEvent) => {
    worker?.terminate();
    worker = null;
    for (const line of [...lines]) line.onerror?.call(line as unknown as Worker, event);
  };
  const shared = (): WorkerLike => {
    if (worker) return worker;
    const made = startWorker();
    made.onerror = (event) => crash(event as ErrorEvent);
    worker = made;
    return made;
  };
  return () => {
    const { port1, port2 } = new MessageChannel();
    shared().postMessage({ type: 'port' } satisfies PortMessage, [port2]);
    const line: WorkerLike = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage: (message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) =>
        port1.postMessage(message, transfer as Transferable[]),
      terminate() {
        port1.postMessage(null);
        port1.close();
        lines.delete(line);
        if (lines.size > 0) return;
        worker?.terminate();
        worker = null;
      },
    };
    port1.onmessage = (event) => line.onmessage?.call(line as unknown as Worker, event);
    port1.onmessageerror = (event) => line.onmessageerror?.call(line as unknown as Worker, event);
    lines.add(line);
    return line;
  };
}

import { watchLifeline } from '../lifeline.ts';
import type { WorkerLike } from '../worker-line.ts';

/** Asks a worker to serve one more map, over this port. */
export interface PortMessage {
  readonly type: 'port';
}

type Heard = { readonly type: 'alive'; readonly lifeline: string } | { readonly type: 'other' };

/**
 * Small maps that share one worker: each speaks to a host of its own there, through a channel, as if it had a worker to itself.
 * The worker begins with the first map and ends with the last. If it dies, all of them are told, before any of them asks for
 * another: each alone would only be given the dead one again.
 */
export function createSharedWorker(
  startWorker: () => WorkerLike,
  watch: typeof watchLifeline = watchLifeline,
): () => WorkerLike {
  const lines = new Set<WorkerLike>();
  let worker: WorkerLike | null = null;
  let endWatch: (() => void) | null = null;
  const end = () => {
    endWatch?.();
    endWatch = null;
    worker?.terminate();
    worker = null;
  };
  const crash = (event: Pick<ErrorEvent, 'message'>) => {
    end();
    for (const line of [...lines]) line.onerror?.call(line as unknown as Worker, event as ErrorEvent);
  };
  const shared = (): WorkerLike => {
    if (worker) return worker;
    const made = startWorker();
    made.onerror = (event) => crash(event as ErrorEvent);
    worker = made;
    return made;
  };
  /** One lifeline tells of the worker, whichever map's it is; no line hears of it. */
  const follow = (lifeline: string) => {
    endWatch ??= watch(lifeline, () => crash({ message: 'the worker was killed' }));
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
        if (lines.size === 0) end();
      },
    };
    port1.onmessage = (event: MessageEvent<Heard>) => {
      if (event.data.type === 'alive') follow(event.data.lifeline);
      else line.onmessage?.call(line as unknown as Worker, event);
    };
    port1.onmessageerror = (event) => line.onmessageerror?.call(line as unknown as Worker, event);
    lines.add(line);
    return line;
  };
}

import { holdLifeline } from '../lifeline.ts';
import { createScheduler } from '../scheduler.ts';
import { createVectorHost } from './host.ts';
import { openAny } from './open-any.ts';
import type { FromVectorWorker, ToVectorWorker } from './protocol.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromVectorWorker, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToVectorWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

const host = createVectorHost({
  post: (message, transfer) => scope.postMessage(message, transfer),
  scheduler: createScheduler(),
  open: openAny,
});
scope.onmessage = ({ data }) => host.receive(data);

// A worker that the browser kills tells nobody: the page watches this.
void holdLifeline().then((lifeline) => {
  if (lifeline) scope.postMessage({ type: 'alive', lifeline }, []);
});

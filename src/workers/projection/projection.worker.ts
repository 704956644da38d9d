import { holdLifeline } from '../lifeline.ts';
import { createScheduler } from '../scheduler.ts';
import { createProjectionHost } from './host.ts';
import { openTools } from './open-tools.ts';
import type { FromProjectionWorker, ToProjectionWorker } from './protocol.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromProjectionWorker, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToProjectionWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

const host = createProjectionHost({
  post: (message, transfer) => scope.postMessage(message, transfer),
  scheduler: createScheduler(),
  openTools,
  lifeline: holdLifeline(),
  crash: () => {
    setTimeout(() => {
      throw new Error('simulated crash');
    });
  },
});
scope.onmessage = ({ data }) => host.receive(data);

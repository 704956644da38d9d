import { createRunHost } from './host.ts';
import { holdLifeline } from './lifeline.ts';
import { MACHINE, openTrainer } from './open-trainer.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { createScheduler } from './scheduler.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

const host = createRunHost({
  post: (message, transfer) => scope.postMessage(message, transfer),
  scheduler: createScheduler(),
  openTrainer: (request, run, start, trying) =>
    openTrainer(request, run, start, { machine: MACHINE, trying }),
  lifeline: holdLifeline(),
  crash: () => {
    setTimeout(() => {
      throw new Error('simulated crash');
    });
  },
});
scope.onmessage = ({ data }) => host.receive(data);

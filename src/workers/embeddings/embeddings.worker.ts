import { holdLifeline } from '../lifeline.ts';
import { createScheduler } from '../scheduler.ts';
import { createEmbeddingHost } from './host.ts';
import { loadMethod } from './methods/registry.ts';
import { openEmbeddings } from './open-trainer.ts';
import type { FromEmbeddingWorker, ToEmbeddingWorker } from './protocol.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromEmbeddingWorker, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToEmbeddingWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

const host = createEmbeddingHost({
  post: (message, transfer) => scope.postMessage(message, transfer),
  scheduler: createScheduler(),
  loadMethod,
  openTrainer: openEmbeddings,
  lifeline: holdLifeline(),
  crash: () => {
    setTimeout(() => {
      throw new Error('simulated crash');
    });
  },
});
scope.onmessage = ({ data }) => host.receive(data);

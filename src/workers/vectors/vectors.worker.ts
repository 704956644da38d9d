import { loadVectorModule } from '../../kernels/wasm/load-vectors.ts';
import { createVectorKernels } from '../../kernels/wasm/vectors.ts';
import { createPlainKernels, type VectorKernels } from '../../models/vectors/answer.ts';
import { holdLifeline } from '../lifeline.ts';
import { createScheduler } from '../scheduler.ts';
import { createVectorHost } from './host.ts';
import { createOpener } from './open-any.ts';
import type { FromVectorWorker, ToVectorWorker } from './protocol.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromVectorWorker, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToVectorWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

/** In SIMD, where the browser has it. */
async function loadKernels(): Promise<VectorKernels> {
  const module = await loadVectorModule().catch(() => null);
  return module ? createVectorKernels(module) : createPlainKernels();
}

const host = createVectorHost({
  post: (message, transfer) => scope.postMessage(message, transfer),
  scheduler: createScheduler(),
  open: createOpener(loadKernels),
});
scope.onmessage = ({ data }) => host.receive(data);

// A worker that the browser kills tells nobody: the page watches this.
void holdLifeline().then((lifeline) => {
  if (lifeline) scope.postMessage({ type: 'alive', lifeline }, []);
});

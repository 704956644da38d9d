import { loadEmbeddingModule, loadSoftmaxModule } from '../../kernels/wasm/load-embedding.ts';
import { measureCosts } from './measure.ts';
import type { CostOrder, FromCostWorker } from './protocol.ts';
import type { CostModules } from './subjects.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromCostWorker): void;
  onmessage: ((event: MessageEvent<CostOrder>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

async function loadModules(): Promise<CostModules | null> {
  const [word2vec, softmax] = await Promise.all([loadEmbeddingModule(), loadSoftmaxModule()]);
  return word2vec && softmax && { word2vec, softmax };
}

async function measure(order: CostOrder): Promise<void> {
  const modules = await loadModules();
  scope.postMessage({ type: 'begins', tier: modules ? 'wasm' : 'js' });
  for (const point of measureCosts(order, modules, () => performance.now())) {
    if (point) scope.postMessage({ type: 'point', point });
  }
  scope.postMessage({ type: 'done' });
}

// A promise that nobody waits for fails in silence.
scope.onmessage = ({ data }) =>
  void measure(data).catch((error: unknown) => {
    scope.postMessage({ type: 'stopped', detail: error instanceof Error ? error.message : String(error) });
  });

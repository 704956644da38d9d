import { readTexts } from './text-intake.ts';
import type { FromTextWorker, ToTextWorker } from './text-protocol.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromTextWorker): void;
  onmessage: ((event: MessageEvent<ToTextWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = async ({ data }) => {
  const result = await readTexts(data.files, {
    now: () => performance.now(),
    onProgress: (progress) => scope.postMessage({ type: 'progress', ...progress }),
  });
  scope.postMessage({ type: 'done', result });
};

import type { Helper } from './crew.ts';

/** A helper thread in a worker of its own. */
export function createThread(): Helper {
  const worker = new Worker(new URL('./thread.worker.ts', import.meta.url), { type: 'module' });
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = () => reject(new Error('a helper thread did not start'));
  });
  return { ready, post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

import type { WorkerLike } from '../worker-line.ts';
import type { FromVectorWorker, ToVectorWorker, VectorSetInfo } from './protocol.ts';

/** Facts of a set of which most do not matter to a test. */
export function infoOf(part: Partial<VectorSetInfo> = {}): VectorSetInfo {
  return {
    id: 'a',
    name: 'a.vec',
    origin: 'files',
    builtIn: null,
    format: 'vec',
    words: 2,
    wordsInSource: null,
    limit: null,
    dimensions: 2,
    precision: 'float32',
    bytes: 32,
    rate: null,
    hasCounts: false,
    hasSubwords: false,
    columns: [],
    flaws: [],
    tier: 'js',
    ...part,
  };
}

/** A worker that says what a test tells it to say. */
export interface FakeVectorWorker extends WorkerLike {
  readonly heard: ToVectorWorker[];
  readonly terminated: boolean;
  say(message: FromVectorWorker): void;
  crash(detail: string): void;
}

export function createFakeVectorWorker(): FakeVectorWorker {
  const heard: ToVectorWorker[] = [];
  let terminated = false;
  const worker: FakeVectorWorker = {
    heard,
    get terminated() {
      return terminated;
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message: ToVectorWorker) => {
      heard.push(message);
    },
    terminate() {
      terminated = true;
    },
    say(data) {
      worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent);
    },
    crash(message) {
      worker.onerror?.call(worker as unknown as Worker, { message } as ErrorEvent);
    },
  };
  return worker;
}

import { openWorkerLine, type WorkerLike } from '../worker-line.ts';
import type {
  FromVectorWorker,
  OpenOrder,
  OpenProgress,
  QuestionKind,
  SourceFault,
  SourceFlaw,
  ToVectorWorker,
  VectorAnswers,
  VectorQuestion,
  VectorSetInfo,
} from './protocol.ts';

export { listKept, removeKept } from './kept/shelf.ts';

/** What is heard of a set on its way. After `onOpened` or `onRefused` only `onCrash` may follow. */
export interface VectorLineListener {
  onProgress(progress: OpenProgress): void;
  onEarly(info: VectorSetInfo): void;
  onOpened(info: VectorSetInfo): void;
  onRefused(fault: SourceFault, flaws: readonly SourceFlaw[], good: VectorSetInfo | null): void;
  /** The worker is gone: questions that wait are answered with null. */
  onCrash(detail: string): void;
}

type AnyAnswer = VectorAnswers[QuestionKind];
export type KeepResult = 'kept' | 'quota' | 'unavailable';

/** The page's end of a worker that holds one set of vectors. */
export interface VectorLine {
  /** Null: it was cancelled, or the worker ended. Rejects with what the worker failed at. */
  ask(
    question: VectorQuestion,
    onProgress?: (done: number, total: number) => void,
  ): { readonly answer: Promise<AnyAnswer | null>; cancel(): void };
  keep(): Promise<KeepResult>;
  /** Ends the worker, and all that it holds is gone. */
  end(): void;
}

interface Waiting {
  readonly resolve: (answer: AnyAnswer | null) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./vectors.worker.ts', import.meta.url), { type: 'module', name: 'vectors' });
}

/** Starts a worker and gives it a set to open. Throws where the browser allows no worker. */
export function openVectorLine(
  order: OpenOrder,
  listener: VectorLineListener,
  createWorker: () => WorkerLike = startWorker,
): VectorLine {
  const waiting = new Map<number, Waiting>();
  const keeping = new Map<number, (result: KeepResult) => void>();
  let last = 0;
  let hasEnded = false;
  const drop = () => {
    hasEnded = true;
    for (const { resolve } of waiting.values()) resolve(null);
    for (const resolve of keeping.values()) resolve('unavailable');
    waiting.clear();
    keeping.clear();
  };
  const line = openWorkerLine<ToVectorWorker, Heard>({
    createWorker,
    onMessage: (message) => hear(message, { listener, waiting, keeping }),
    onCrash(detail) {
      line.end();
      drop();
      listener.onCrash(detail);
    },
  });
  // Learnt vectors are copied: the page may have to open them once more, with other options.
  line.send(order, []);
  return {
    ask(question, onProgress) {
      // Nobody is there to answer: a figure may hold a set a moment longer than it lasts.
      if (hasEnded) return { answer: Promise.resolve(null), cancel() {} };
      const id = ++last;
      const answer = new Promise<AnyAnswer | null>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress });
      });
      line.send({ type: 'ask', id, question }, []);
      const cancel = () => {
        const asked = waiting.get(id);
        if (!asked) return;
        waiting.delete(id);
        line.send({ type: 'forget', id }, []);
        asked.resolve(null);
      };
      return { answer, cancel };
    },
    keep() {
      if (hasEnded) return Promise.resolve('unavailable');
      const id = ++last;
      line.send({ type: 'keep', id }, []);
      return new Promise((resolve) => keeping.set(id, resolve));
    },
    end() {
      line.end();
      drop();
    },
  };
}

type Heard = Exclude<FromVectorWorker, { readonly type: 'alive' }>;

interface Hearing {
  readonly listener: VectorLineListener;
  readonly waiting: Map<number, Waiting>;
  readonly keeping: Map<number, (result: KeepResult) => void>;
}

function hear(message: Heard, { listener, waiting, keeping }: Hearing): void {
  switch (message.type) {
    case 'progress':
      listener.onProgress(message);
      return;
    case 'early':
      listener.onEarly(message.info);
      return;
    case 'opened':
      listener.onOpened(message.info);
      return;
    case 'refused':
      listener.onRefused(message.fault, message.flaws, message.good);
      return;
    case 'scoring':
      waiting.get(message.id)?.onProgress?.(message.done, message.total);
      return;
    case 'kept':
      keeping.get(message.id)?.(message.fault ?? 'kept');
      keeping.delete(message.id);
      return;
    case 'answer':
      waiting.get(message.id)?.resolve(message.answer);
      waiting.delete(message.id);
      return;
    case 'failed':
      waiting.get(message.id)?.reject(new Error(message.detail));
      waiting.delete(message.id);
      return;
  }
}

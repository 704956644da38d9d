import type { FrameClock } from '../frame-slot.ts';
import { createLastingRun, type RunListener } from '../lasting-run.ts';
import type { Tier } from '../protocol.ts';
import type { WorkerLike, WorkerLineOptions } from '../worker-line.ts';
import type {
  EmbeddingAnswer,
  EmbeddingConfig,
  EmbeddingFailure,
  EmbeddingFrame,
  EmbeddingInfo,
  EmbeddingQuery,
  EmbeddingVectorsAnswer,
  EmbeddingWatch,
  ToEmbeddingWorker,
} from './protocol.ts';

export {
  type EmbeddingFacts,
  embeddingFingerprint,
  inspectEmbeddings,
  isStateOfEmbeddings,
} from './checkpoint.ts';

type EmbeddingStart = Pick<Extract<ToEmbeddingWorker, { type: 'init' }>, 'config' | 'watch' | 'pinned'>;
/** A run of embeddings, as the pieces that serve every kind of run see it. */
interface Embeddings {
  readonly start: EmbeddingStart;
  readonly info: EmbeddingInfo;
  readonly frame: EmbeddingFrame;
  readonly query: EmbeddingQuery;
  readonly answer: EmbeddingAnswer;
  readonly failure: EmbeddingFailure;
}

export interface EmbeddingClientOptions extends RunListener<Embeddings> {
  readonly config: EmbeddingConfig;
  readonly watch: EmbeddingWatch;
  readonly pinned: Tier | null;
  /** Goes on from here instead of from the seed. */
  readonly checkpoint: Uint8Array | null;
  readonly createWorker?: () => WorkerLike;
  readonly watchWorker?: WorkerLineOptions['watch'];
  readonly clock?: FrameClock;
}

/** One run, whatever becomes of the workers that serve it. */
export interface EmbeddingClient {
  play(stepsPerSecond: number | null, until: number | null): void;
  pause(): void;
  step(count: number): void;
  /** Questions are answered with null when the run ends, or moves to another tier, before they are. */
  checkpoint(): Promise<Uint8Array | null>;
  vectors(): Promise<EmbeddingVectorsAnswer | null>;
  watch(watch: EmbeddingWatch): void;
  learn(inputs: readonly string[], target: string, rate: number, negatives?: readonly number[]): void;
  /** See `simulate-fault`. */
  simulateFault(fault: 'crash'): void;
  /** Ends the worker and frees everything. */
  dispose(): void;
}

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./embeddings.worker.ts', import.meta.url), {
    type: 'module',
    name: 'embeddings',
  });
}

/** The page's side of a run of embeddings. */
export function createEmbeddingClient(options: EmbeddingClientOptions): EmbeddingClient {
  const { config, pinned, watchWorker, watch: _watch, ...rest } = options;
  /** As the worker is to begin if it must begin again. */
  let { watch } = options;
  const { ask, ...run } = createLastingRun<Embeddings>({
    createWorker: startWorker,
    ...rest,
    watch: watchWorker,
    start: () => ({ config, watch, pinned }),
    bufferOf: () => null,
  });
  return {
    ...run,
    async checkpoint() {
      const value = await ask({ kind: 'checkpoint' });
      return value instanceof Uint8Array ? value : null;
    },
    async vectors() {
      const value = await ask({ kind: 'vectors' });
      return value instanceof Uint8Array ? null : value;
    },
    watch(other) {
      watch = other;
      void ask({ kind: 'watch', watch });
    },
    learn(inputs, target, rate, negatives) {
      void ask({ kind: 'learn', inputs, target, rate, ...(negatives && { negatives }) });
    },
    simulateFault(fault) {
      void ask({ kind: 'simulate-fault', fault });
    },
  };
}

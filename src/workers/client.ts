import type { PassageReading } from '../models/units/passage.ts';
import type { FrameClock } from './frame-slot.ts';
import { createLastingRun, type RunListener } from './lasting-run.ts';
import type {
  Answer,
  Frame,
  Probe,
  Query,
  RunConfig,
  RunFailure,
  RunInfo,
  Tier,
  ToWorker,
} from './protocol.ts';
import type { ReadyOf } from './run-kind.ts';
import type { WorkerLike, WorkerLineOptions } from './worker-line.ts';

export {
  type Checkpoint,
  type CheckpointFacts,
  checkpointFacts,
  configFingerprint,
  configTextHash,
  inspectCheckpoint,
  isStateOf,
  readCheckpoint,
  withoutText,
  writeCheckpoint,
} from './checkpoint.ts';
export { hashTokens } from './hash.ts';

type RecurrentStart = Pick<Extract<ToWorker, { type: 'init' }>, 'config' | 'probe' | 'pinned' | 'computedOn'>;
/** A recurrent net's run, as the pieces that serve every kind of run see it. */
interface Recurrent {
  readonly start: RecurrentStart;
  readonly info: RunInfo;
  readonly frame: Frame;
  readonly query: Query;
  readonly answer: Answer;
  readonly failure: RunFailure;
}

export type RunReady = ReadyOf<RunInfo>;

/** `onFrame`: a buffer that `isLent` goes back to the worker when it returns; see there. */
export interface RunClientOptions extends RunListener<Recurrent> {
  readonly config: RunConfig;
  readonly probe: Probe | null;
  readonly pinned: Tier | null;
  /** Tier of the numbers that a link points at. */
  readonly computedOn?: Tier | null;
  /** Goes on from here instead of from the seed. */
  readonly checkpoint?: Uint8Array | null;
  readonly createWorker?: () => WorkerLike;
  readonly watch?: WorkerLineOptions['watch'];
  readonly clock?: FrameClock;
}

/** One run, whatever becomes of the workers that serve it. */
export interface RunClient {
  play(stepsPerSecond?: number | null, until?: number | null): void;
  pause(): void;
  step(count: number): void;
  /** All queries resolve with null when the run ends, or moves to another tier, before they are answered. */
  checkpoint(): Promise<Uint8Array | null>;
  setProbe(probe: Probe): Promise<void>;
  editParameters(edits: readonly { readonly index: number; readonly value: number }[]): Promise<void>;
  setLearningRate(learningRate: number): Promise<void>;
  /** What the hidden units do over a passage; null also for runs that read no text. */
  read(text: string): Promise<PassageReading | null>;
  /** See `simulate-fault`. */
  simulateFault(fault: 'device-lost' | 'crash'): void;
  /** Ends the worker and frees everything. */
  dispose(): void;
}

/** Bytes up to which the worker wants a frame's buffer back. */
const LENT_BYTES = 2 ** 20;

/**
 * Whether a frame's buffer goes back to the worker when `onFrame` returns: copy what is to be kept. A larger one is the page's:
 * it comes seldom, and a copy would cost more than another buffer.
 */
export function isLent({ byteLength }: ArrayBuffer): boolean {
  return byteLength <= LENT_BYTES;
}

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: 'run' });
}

/** The page's side of a recurrent run. */
export function createRunClient(options: RunClientOptions): RunClient {
  const { pinned, computedOn = null } = options;
  /** As the worker is to begin if it must begin again. */
  let { config, probe } = options;
  const { ask, ...run } = createLastingRun<Recurrent>({
    createWorker: startWorker,
    ...options,
    checkpoint: options.checkpoint ?? null,
    start: () => ({ config, probe, pinned, computedOn }),
    bufferOf: ({ parameters }) => (parameters && isLent(parameters) ? parameters : null),
  });
  return {
    ...run,
    play: (stepsPerSecond = null, until = null) => run.play(stepsPerSecond, until),
    async checkpoint() {
      const value = await ask({ kind: 'checkpoint' });
      return value instanceof Uint8Array ? value : null;
    },
    async read(text) {
      const value = await ask({ kind: 'read', text });
      return value instanceof Uint8Array ? null : value;
    },
    async setProbe(other) {
      probe = other;
      await ask({ kind: 'set-probe', probe });
    },
    async editParameters(edits) {
      await ask({ kind: 'edit-parameters', edits });
    },
    async setLearningRate(learningRate) {
      config = { ...config, optimizer: { ...config.optimizer, learningRate } };
      await ask({ kind: 'set-learning-rate', learningRate });
    },
    simulateFault(fault) {
      void ask({ kind: 'simulate-fault', fault });
    },
  };
}

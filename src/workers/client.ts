import type { PassageReading } from '../models/units/passage.ts';
import { createFrameSlot, type FrameClock, type FrameSlot } from './frame-slot.ts';
import { createPending, type Pending } from './pending.ts';
import type {
  Answer,
  FailedTier,
  Frame,
  FromWorker,
  Probe,
  Query,
  RunConfig,
  RunFailure,
  RunId,
  RunInfo,
  RunNotice,
  Tier,
  TierChoice,
  ToWorker,
} from './protocol.ts';
import { openWorkerLine, type WorkerLike, type WorkerLine, type WorkerLineOptions } from './worker-line.ts';

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

export interface RunReady {
  readonly info: RunInfo;
  readonly choice: TierChoice;
  readonly step: number;
}

export interface RunClientOptions {
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
  /** A long text is being cut into tokens: UTF-16 units done, of how many. */
  readonly onPreparing?: (done: number, total: number) => void;
  /** Also after a change of tier. */
  readonly onReady: (ready: RunReady) => void;
  /**
   * In the page's drawing turn. A buffer that `isLent` goes back to the worker when this returns: copy what is to be kept. A
   * larger one is the page's: it comes seldom, and a copy would cost more than another buffer.
   */
  readonly onFrame: (frame: Frame) => void;
  readonly onSaved: (step: number, checkpoint: Uint8Array) => void;
  /** The run is over. */
  readonly onFailure: (failure: RunFailure) => void;
  readonly onNotice: (notice: RunNotice) => void;
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

type Recoverable = Extract<RunFailure, { code: 'crashed' | 'device-lost' | 'out-of-memory' }>;
type Motion = Pick<Extract<ToWorker, { type: 'play' }>, 'stepsPerSecond' | 'until'>;

interface ClientState {
  readonly options: RunClientOptions;
  /** As the worker is to begin if it must begin again. */
  config: RunConfig;
  probe: Probe | null;
  checkpoint: Uint8Array | null;
  /** Repeated to the next worker. */
  motion: Motion | null;
  /** The last command sent. */
  command: number;
  run: RunId;
  worker: WorkerLine | null;
  /** The tier that computes, or is being tried; null until the worker says so. */
  tier: Tier | null;
  /** Whether this is the first worker: it gets commands directly, one that follows must be told. */
  first: boolean;
  readonly excluded: FailedTier[];
  /** Failures that no other tier can take the place of. */
  failures: number;
  /** Told to the page once the next worker is ready. */
  fallen: { readonly from: Tier; readonly cause: Recoverable['code'] } | null;
  readonly frames: FrameSlot;
  readonly queries: Pending;
  closed: boolean;
}

/** Bytes up to which the worker wants a frame's buffer back. */
const LENT_BYTES = 2 ** 20;

export function isLent({ byteLength }: ArrayBuffer): boolean {
  return byteLength <= LENT_BYTES;
}

/** A run that fails twice on the tier of last resort, or before any tier was tried, is given up. */
const CHANCES = 2;
let lastRun = 0;

/**
 * The page's side of the protocol. Gives one credit at a time, from requestAnimationFrame: the worker never gets ahead of
 * what is drawn. When a worker crashes, loses its device or runs out of memory, the next tier takes over from the last
 * checkpoint.
 */
export function createRunClient(options: RunClientOptions): RunClient {
  const state: ClientState = {
    options,
    config: options.config,
    probe: options.probe,
    checkpoint: options.checkpoint ?? null,
    motion: null,
    command: 0,
    run: 0 as RunId,
    worker: null,
    tier: null,
    first: true,
    excluded: [],
    failures: 0,
    fallen: null,
    frames: createFrameSlot(
      options.clock,
      (frame) => options.onFrame(upToDate(state, frame)),
      ({ run, parameters }) => {
        if (run === state.run) giveCredit(state, parameters && isLent(parameters) ? parameters : null);
      },
    ),
    queries: createPending(),
    closed: false,
  };
  spawn(state);
  const ask = (query: Query) => sendQuery(state, query);
  return {
    play(stepsPerSecond = null, until = null) {
      state.motion = { stepsPerSecond, until };
      move(state);
    },
    pause() {
      state.motion = null;
      post(state, { type: 'pause', run: state.run, command: ++state.command });
    },
    step(count) {
      state.motion = null;
      post(state, { type: 'step', run: state.run, command: ++state.command, count });
    },
    async checkpoint() {
      const value = await ask({ kind: 'checkpoint' });
      return value instanceof Uint8Array ? value : null;
    },
    async read(text) {
      const value = await ask({ kind: 'read', text });
      return value instanceof Uint8Array ? null : value;
    },
    async setProbe(probe) {
      state.probe = probe;
      await ask({ kind: 'set-probe', probe });
    },
    async editParameters(edits) {
      await ask({ kind: 'edit-parameters', edits });
    },
    async setLearningRate(learningRate) {
      const { optimizer } = state.config;
      state.config = { ...state.config, optimizer: { ...optimizer, learningRate } };
      await ask({ kind: 'set-learning-rate', learningRate });
    },
    simulateFault(fault) {
      void ask({ kind: 'simulate-fault', fault });
    },
    dispose: () => close(state),
  };
}

function spawn(state: ClientState): void {
  const { options, config, probe, excluded, checkpoint } = state;
  state.tier = null;
  state.run = ++lastRun as RunId;
  const { run } = state;
  try {
    state.worker = openWorkerLine({
      createWorker: options.createWorker,
      watch: options.watch,
      onMessage: (message) => {
        if (message.run === run) hear(state, message);
      },
      onCrash: (detail) => fall(state, { code: 'crashed', step: 0, detail }),
    });
  } catch (error) {
    giveUp(state, { code: 'unavailable', detail: error instanceof Error ? error.message : String(error) });
    return;
  }
  const { pinned, computedOn = null } = options;
  post(state, { type: 'init', run, config, probe, pinned, computedOn, excluded: [...excluded], checkpoint });
}

function post(
  { worker, closed }: ClientState,
  message: ToWorker,
  transfer: readonly ArrayBuffer[] = [],
): void {
  if (!closed) worker?.send(message, transfer);
}

function giveCredit(state: ClientState, buffer: ArrayBuffer | null): void {
  post(state, { type: 'credit', run: state.run, buffer }, buffer ? [buffer] : []);
}

function sendQuery(state: ClientState, query: Query): Promise<Answer> {
  if (state.closed) return Promise.resolve(null);
  const { id, answer } = state.queries.ask();
  post(state, { type: 'query', run: state.run, id, query });
  return answer;
}

function hear(state: ClientState, message: FromWorker): void {
  switch (message.type) {
    case 'trying':
      state.tier = message.tier;
      break;
    case 'preparing':
      state.options.onPreparing?.(message.done, message.total);
      break;
    case 'ready':
      welcome(state, message);
      break;
    case 'frame':
      state.frames.receive(message);
      break;
    case 'reply':
      state.queries.answer(message.id, message.value);
      break;
    case 'saved':
      state.checkpoint = message.checkpoint;
      state.options.onSaved(message.step, message.checkpoint);
      break;
    case 'failed':
      if (isRecoverable(message.failure)) fall(state, message.failure);
      else giveUp(state, message.failure);
  }
}

function isRecoverable(failure: RunFailure): failure is Recoverable {
  return failure.code === 'crashed' || failure.code === 'device-lost' || failure.code === 'out-of-memory';
}

function welcome(state: ClientState, { info, choice, step }: RunReady): void {
  const { options, fallen } = state;
  state.tier = choice.tier;
  state.fallen = null;
  options.onReady({ info, choice, step });
  if (fallen) options.onNotice({ code: 'tier-changed', ...fallen, to: choice.tier, step });
  giveCredit(state, null);
  if (!state.first) move(state);
}

function move(state: ClientState): void {
  if (state.motion) post(state, { type: 'play', run: state.run, command: ++state.command, ...state.motion });
}

/** A frame that left before the worker heard of the last command does not know whether the run is playing. */
function upToDate({ command, motion }: ClientState, frame: Frame): Frame {
  return frame.command === command ? frame : { ...frame, playing: motion !== null };
}

/** Another worker takes over from the last checkpoint, on another tier where there is one left. */
function fall(state: ClientState, failure: Recoverable): void {
  const { tier } = state;
  release(state);
  if (tier === null || tier === 'js') state.failures++;
  else state.excluded.push({ tier, detail: failure.detail || failure.code });
  if (state.failures >= CHANCES) {
    giveUp(state, failure);
    return;
  }
  // A worker that died before it tried a tier says nothing about any.
  if (tier) state.fallen = { from: tier, cause: failure.code };
  state.first = false;
  spawn(state);
}

/** Ends the present worker; what was asked of it is answered with null. */
function release(state: ClientState): void {
  state.worker?.end();
  state.worker = null;
  state.frames.clear();
  state.queries.cancel();
}

function giveUp(state: ClientState, failure: RunFailure): void {
  if (state.closed) return;
  close(state);
  state.options.onFailure(failure);
}

function close(state: ClientState): void {
  if (state.closed) return;
  state.closed = true;
  release(state);
}

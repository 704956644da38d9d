import { createFrameSlot, type FrameClock, type FrameSlot } from './frame-slot.ts';
import { createPending, type Pending } from './pending.ts';
import type { FailedTier, RunId, RunNotice, Tier, ToWorker } from './protocol.ts';
import type { FromServant, ReadyOf, RunKind, ToServant } from './run-kind.ts';
import { openWorkerLine, type WorkerLike, type WorkerLine, type WorkerLineOptions } from './worker-line.ts';

/** Whom a run's client tells what. */
export interface RunListener<Kind extends RunKind> {
  /** A long text is being read: UTF-16 units done, of how many. */
  readonly onPreparing?: (done: number, total: number) => void;
  /** Also after a change of tier. */
  readonly onReady: (ready: ReadyOf<Kind['info']>) => void;
  /** In the page's drawing turn. */
  readonly onFrame: (frame: Kind['frame']) => void;
  readonly onSaved: (step: number, checkpoint: Uint8Array) => void;
  /** The run is over. */
  readonly onFailure: (failure: Kind['failure'] | LastFailure) => void;
  readonly onNotice: (notice: RunNotice) => void;
}

export interface LastingRunOptions<Kind extends RunKind> extends RunListener<Kind> {
  readonly createWorker: () => WorkerLike;
  readonly watch?: WorkerLineOptions['watch'];
  readonly clock?: FrameClock | undefined;
  /** As a worker is to begin, the first and every later one. */
  readonly start: () => Kind['start'];
  /** Goes on from here instead of from the seed. */
  readonly checkpoint: Uint8Array | null;
  /** What of a drawn frame goes back to the worker. */
  readonly bufferOf: (frame: Kind['frame']) => ArrayBuffer | null;
}

/** One run, whatever becomes of the workers that serve it. */
export interface LastingRun<Kind extends RunKind> {
  play(stepsPerSecond: number | null, until: number | null): void;
  pause(): void;
  step(count: number): void;
  /** Null when the run ends, or moves to another tier, before it is answered. */
  ask(query: Kind['query']): Promise<Kind['answer'] | null>;
  /** Ends the worker and frees everything. */
  dispose(): void;
}

/** Failures that say something about a tier or a worker, and not about the run. */
type Recoverable = {
  readonly code: 'crashed' | 'device-lost' | 'out-of-memory';
  readonly step: number;
  readonly detail: string;
};
type LastFailure = Recoverable | { readonly code: 'unavailable'; readonly detail: string };
type Motion = Pick<Extract<ToWorker, { type: 'play' }>, 'stepsPerSecond' | 'until'>;

interface ClientState<Kind extends RunKind> {
  readonly options: LastingRunOptions<Kind>;
  checkpoint: Uint8Array | null;
  /** Repeated to the next worker. */
  motion: Motion | null;
  /** The last command sent. */
  command: number;
  run: RunId;
  worker: WorkerLine<ToServant<Kind>> | null;
  /** The tier that computes, or is being tried; null until the worker says so. */
  tier: Tier | null;
  /** Whether this is the first worker: it gets commands directly, one that follows must be told. */
  first: boolean;
  readonly excluded: FailedTier[];
  /** Failures that no other tier can take the place of. */
  failures: number;
  /** Told to the page once the next worker is ready. */
  fallen: { readonly from: Tier; readonly cause: Recoverable['code'] } | null;
  readonly frames: FrameSlot<Kind['frame']>;
  readonly queries: Pending<Kind['answer']>;
  closed: boolean;
}

/** A run that fails twice on the tier of last resort, or before any tier was tried, is given up. */
const CHANCES = 2;
let lastRun = 0;

/**
 * The page's side of the protocol. Gives one credit at a time, from requestAnimationFrame: the worker never gets ahead of
 * what is drawn. When a worker crashes, loses its device or runs out of memory, the next tier takes over from the last
 * checkpoint.
 */
export function createLastingRun<Kind extends RunKind>(options: LastingRunOptions<Kind>): LastingRun<Kind> {
  const state: ClientState<Kind> = {
    options,
    checkpoint: options.checkpoint,
    motion: null,
    command: 0,
    run: 0 as RunId,
    worker: null,
    tier: null,
    first: true,
    excluded: [],
    failures: 0,
    fallen: null,
    frames: createFrameSlot<Kind['frame']>(
      options.clock,
      (frame) => options.onFrame(upToDate(state, frame)),
      (frame) => {
        if (frame.run === state.run) giveCredit(state, options.bufferOf(frame));
      },
    ),
    queries: createPending<Kind['answer']>(),
    closed: false,
  };
  spawn(state);
  return {
    play(stepsPerSecond, until) {
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
    ask(query) {
      if (state.closed) return Promise.resolve(null);
      const { id, answer } = state.queries.ask();
      post(state, { type: 'query', run: state.run, id, query });
      return answer;
    },
    dispose: () => close(state),
  };
}

function spawn<Kind extends RunKind>(state: ClientState<Kind>): void {
  const { options, excluded, checkpoint } = state;
  state.tier = null;
  state.run = ++lastRun as RunId;
  const { run } = state;
  try {
    state.worker = openWorkerLine<ToServant<Kind>, FromServant<Kind>>({
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
  post(state, { ...options.start(), type: 'init', run, excluded: [...excluded], checkpoint });
}

function post<Kind extends RunKind>(
  { worker, closed }: ClientState<Kind>,
  message: ToServant<Kind>,
  transfer: readonly ArrayBuffer[] = [],
): void {
  if (!closed) worker?.send(message, transfer);
}

function giveCredit<Kind extends RunKind>(state: ClientState<Kind>, buffer: ArrayBuffer | null): void {
  post(state, { type: 'credit', run: state.run, buffer }, buffer ? [buffer] : []);
}

function hear<Kind extends RunKind>(state: ClientState<Kind>, message: FromServant<Kind>): void {
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

function isRecoverable(failure: { readonly code: string }): failure is Recoverable {
  return failure.code === 'crashed' || failure.code === 'device-lost' || failure.code === 'out-of-memory';
}

function welcome<Kind extends RunKind>(state: ClientState<Kind>, ready: ReadyOf<Kind['info']>): void {
  const { options, fallen } = state;
  const { info, choice, step } = ready;
  state.tier = choice.tier;
  state.fallen = null;
  options.onReady({ info, choice, step });
  if (fallen) options.onNotice({ code: 'tier-changed', ...fallen, to: choice.tier, step });
  giveCredit(state, null);
  if (!state.first) move(state);
}

function move<Kind extends RunKind>(state: ClientState<Kind>): void {
  if (state.motion) post(state, { type: 'play', run: state.run, command: ++state.command, ...state.motion });
}

/** A frame that left before the worker heard of the last command does not know whether the run is playing. */
function upToDate<Kind extends RunKind>(
  { command, motion }: ClientState<Kind>,
  frame: Kind['frame'],
): Kind['frame'] {
  return frame.command === command ? frame : { ...frame, playing: motion !== null };
}

/** Another worker takes over from the last checkpoint, on another tier where there is one left. */
function fall<Kind extends RunKind>(state: ClientState<Kind>, failure: Recoverable): void {
  const { tier } = state;
  release(state);
  if (tier === null || tier === 'js') state.failures++;
  else state.excluded.push({ tier, detail: failure.detail || failure.code });
  // Whoever runs out of memory over the text, before any tier, would do so again.
  if (state.failures >= CHANCES || (tier === null && failure.code === 'out-of-memory')) {
    giveUp(state, failure);
    return;
  }
  // A worker that died before it tried a tier says nothing about any.
  if (tier) state.fallen = { from: tier, cause: failure.code };
  state.first = false;
  spawn(state);
}

/** Ends the present worker; what was asked of it is answered with null. */
function release<Kind extends RunKind>(state: ClientState<Kind>): void {
  state.worker?.end();
  state.worker = null;
  state.frames.clear();
  state.queries.cancel();
}

function giveUp<Kind extends RunKind>(
  state: ClientState<Kind>,
  failure: Kind['failure'] | LastFailure,
): void {
  if (state.closed) return;
  close(state);
  state.options.onFailure(failure);
}

function close<Kind extends RunKind>(state: ClientState<Kind>): void {
  if (state.closed) return;
  state.closed = true;
  release(state);
}

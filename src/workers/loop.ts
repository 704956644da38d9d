import { type HeldOutMeter, NO_METER } from './held-out.ts';
import { createPace, type Pace } from './pace.ts';
import type { Frame, FromWorker, ProbeResult, RunFailure, Trainer } from './protocol.ts';
import { failureOf } from './run-error.ts';
import type { Scheduler } from './scheduler.ts';
import { createSpeedometer, type Speedometer } from './speed.ts';

type Bare<Message> = Message extends { readonly run: unknown } ? Omit<Message, 'run'> : never;
/** What a loop says by itself; the host adds the run's id. */
export type LoopMessage = Bare<Extract<FromWorker, { type: 'frame' | 'saved' | 'failed' }>>;

export interface LoopOptions {
  readonly trainer: Trainer;
  /** Length of a snapshot: numbers, not bytes. */
  readonly parameterCount: number;
  readonly scheduler: Scheduler;
  /** The probe sentence under a snapshot; null when there is none. */
  readonly probe: (parameters: Float64Array) => ProbeResult | null;
  readonly send: (message: LoopMessage, transfer: readonly ArrayBuffer[]) => void;
  /** Absent: nothing is held out. */
  readonly heldOut?: HeldOutMeter;
  /** Work between two looks at the messages. */
  readonly sliceMs?: number;
  /** Training between two saved checkpoints. */
  readonly saveEveryMs?: number;
}

/** Owns a run's time and credit. All methods return at once except those that say what they wait for. */
export interface Loop {
  play(stepsPerSecond: number | null, until: number | null): void;
  pause(): void;
  step(count: number): void;
  /** What frames say from now on as the last command heard. */
  hear(command: number): void;
  /** Allows one frame, written into `buffer` where it fits. */
  credit(buffer: ArrayBuffer | null): void;
  /** The figure's inputs changed: a frame is due although nothing was trained. */
  refresh(): void;
  /** The trainer's numbers were changed by hand: frame and checkpoint are due; of `parameters` the held-out loss as well. */
  touch(what: 'parameters' | 'settings'): void;
  /** Runs between two steps; resolves when done. A throw fails the run. */
  enqueue<T>(job: () => T | Promise<T>): Promise<T | null>;
  /** Stops the run for good and says why. */
  fail(failure: RunFailure): void;
  dispose(): void;
}

interface Job {
  run(): Promise<void>;
  cancel(): void;
}

interface LoopState {
  readonly options: Required<LoopOptions>;
  readonly pace: Pace;
  readonly speed: Speedometer;
  readonly credits: (ArrayBuffer | null)[];
  readonly jobs: Job[];
  /** A frame is due even if no step was done since the last one. */
  owed: boolean;
  /** A checkpoint is due even if the interval is not over. */
  saveAsked: boolean;
  framedStep: number;
  command: number;
  savedStep: number;
  savedAt: number;
  closed: boolean;
  pumping: boolean;
  /** Something changed since the pump last looked. */
  woken: boolean;
  /** Ends a wait early. */
  endWait: (() => void) | null;
}

/**
 * Trains in slices of a few milliseconds and yields between them, so that a pause lands at once. A frame goes out when
 * there is credit and something new to show; without credit nothing is read back from the trainer.
 */
export function createLoop(options: LoopOptions): Loop {
  const state = createState(options);
  const { pace, options: set } = state;
  const owe = () => {
    state.owed = true;
    wake(state);
  };
  const startClock = () => {
    if (pace.isMoving(set.trainer.stepsDone)) return;
    const now = set.scheduler.now();
    state.speed.restart(now);
    state.savedAt = now;
  };
  wake(state);
  return {
    play(stepsPerSecond, until) {
      startClock();
      pace.play(set.scheduler.now(), stepsPerSecond, until);
      owe();
    },
    pause() {
      pace.stop();
      state.saveAsked = true;
      owe();
    },
    step(count) {
      startClock();
      pace.advance(set.trainer.stepsDone, count);
      wake(state);
    },
    hear(command) {
      state.command = command;
    },
    credit(buffer) {
      state.credits.push(buffer);
      wake(state);
    },
    refresh: owe,
    touch(what) {
      if (what === 'parameters') set.heldOut.restart();
      state.savedStep = -1;
      state.saveAsked = true;
      owe();
    },
    enqueue: (job) => enqueue(state, job),
    fail: (failure) => fail(state, failure),
    dispose() {
      if (!state.closed) close(state);
    },
  };
}

function createState(options: LoopOptions): LoopState {
  const { stepsDone } = options.trainer;
  return {
    options: { sliceMs: 8, saveEveryMs: 5000, heldOut: NO_METER, ...options },
    pace: createPace(),
    speed: createSpeedometer(),
    credits: [],
    jobs: [],
    owed: true,
    saveAsked: true,
    framedStep: stepsDone,
    command: 0,
    savedStep: -1,
    savedAt: options.scheduler.now(),
    closed: false,
    pumping: false,
    woken: false,
    endWait: null,
  };
}

function isMoving({ pace, options }: LoopState): boolean {
  return pace.isMoving(options.trainer.stepsDone);
}

function wake(state: LoopState): void {
  state.woken = true;
  state.endWait?.();
  if (!state.pumping) void pump(state);
}

/** The only place that touches the trainer: whatever else is asked waits for its turn here. */
async function pump(state: LoopState): Promise<void> {
  state.pumping = true;
  try {
    // First turn in a later microtask: messages that arrive together are seen together.
    await null;
    while (state.woken && !state.closed) {
      state.woken = false;
      while (!state.closed && (await turn(state)));
    }
  } catch (error) {
    await failWith(state, failureOf(error, state.options.trainer.stepsDone));
  } finally {
    state.pumping = false;
  }
}

/** A read from a device that is being lost fails before the loss itself is told; who tells that has the better reason. */
const LOSS_IS_TOLD_MS = 250;

async function failWith(state: LoopState, failure: RunFailure): Promise<void> {
  const { scheduler, trainer } = state.options;
  if (failure.code === 'crashed' && trainer.loseDevice) {
    await new Promise<void>((resolve) => {
      scheduler.after(LOSS_IS_TOLD_MS, resolve);
    });
  }
  fail(state, failure);
}

/** One thing, the most urgent one. False when there is nothing to do. */
async function turn(state: LoopState): Promise<boolean> {
  const job = state.jobs.shift();
  if (job) await job.run();
  else if (isFrameDue(state)) await sendFrame(state);
  else if (isSaveDue(state)) await sendCheckpoint(state);
  else if (state.options.heldOut.isDue()) await measure(state);
  else if (isMoving(state)) await train(state);
  else return false;
  return true;
}

function isFrameDue({ credits, owed, framedStep, options }: LoopState): boolean {
  return credits.length > 0 && (owed || options.trainer.stepsDone !== framedStep);
}

function isSaveDue({ saveAsked, savedStep, savedAt, options }: LoopState): boolean {
  if (savedStep === options.trainer.stepsDone) return false;
  return saveAsked || options.scheduler.now() - savedAt >= options.saveEveryMs;
}

/** Held-out text for a slice, playing or not. */
async function measure(state: LoopState): Promise<void> {
  const { scheduler, heldOut, sliceMs } = state.options;
  const begun = scheduler.now();
  do await heldOut.advance();
  while (!state.closed && heldOut.isDue() && scheduler.now() < begun + sliceMs);
  if (!heldOut.isDue()) state.owed = true;
  state.speed.skip(scheduler.now() - begun);
  await scheduler.yield();
}

async function train(state: LoopState): Promise<void> {
  const { scheduler } = state.options;
  const wait = state.pace.wait(scheduler.now());
  if (wait > 0) return rest(state, wait);
  await trainSlice(state);
  if (!isMoving(state)) {
    state.owed = true;
    state.saveAsked = true;
  }
  await scheduler.yield();
}

/** Steps until the slice is over, the pace says wait, a measurement is due, or somebody stops it. */
async function trainSlice(state: LoopState): Promise<void> {
  const { scheduler, trainer, sliceMs, heldOut } = state.options;
  const end = scheduler.now() + sliceMs;
  do {
    state.pace.took(scheduler.now());
    const before = trainer.stepsDone;
    const stepping = trainer.step();
    if (stepping) await stepping;
    state.speed.mark(scheduler.now(), trainer.stepsDone - before);
  } while (
    !state.closed &&
    isMoving(state) &&
    !heldOut.isDue() &&
    scheduler.now() < end &&
    state.pace.wait(scheduler.now()) === 0
  );
}

/** Waits for the pace, or for a message. */
function rest(state: LoopState, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      state.endWait = null;
      resolve();
    };
    const cancel = state.options.scheduler.after(ms, end);
    state.endWait = end;
  });
}

async function sendFrame(state: LoopState): Promise<void> {
  const { trainer, parameterCount, scheduler, probe, send, heldOut } = state.options;
  const buffer = state.credits.shift() ?? null;
  state.owed = false;
  state.framedStep = trainer.stepsDone;
  const parameters = new Float64Array(fitting(buffer, parameterCount * Float64Array.BYTES_PER_ELEMENT));
  const { latest, since } = await trainer.stats();
  await trainer.snapshot(parameters);
  if (state.closed) return;
  const frame: Bare<Frame> = {
    type: 'frame',
    stats: latest,
    curve: since,
    stepsPerSecond: state.speed.rate(scheduler.now()),
    playing: isMoving(state),
    command: state.command,
    heldOut: heldOut.take(),
    probe: probe(parameters),
    parameters: parameters.buffer,
  };
  send(frame, [parameters.buffer]);
}

function fitting(buffer: ArrayBuffer | null, bytes: number): ArrayBuffer {
  return buffer?.byteLength === bytes ? buffer : new ArrayBuffer(bytes);
}

async function sendCheckpoint(state: LoopState): Promise<void> {
  const { trainer, scheduler, send } = state.options;
  const step = trainer.stepsDone;
  state.saveAsked = false;
  state.savedAt = scheduler.now();
  state.savedStep = step;
  const checkpoint = await trainer.checkpoint();
  if (!state.closed) send({ type: 'saved', step, checkpoint }, []);
}

function enqueue<T>(state: LoopState, job: () => T | Promise<T>): Promise<T | null> {
  if (state.closed) return Promise.resolve(null);
  return new Promise((resolve) => {
    const cancel = () => resolve(null);
    const run = async () => {
      try {
        resolve(await job());
      } catch (error) {
        cancel();
        throw error;
      }
    };
    state.jobs.push({ run, cancel });
    wake(state);
  });
}

function close(state: LoopState): void {
  state.closed = true;
  state.endWait?.();
  for (const { cancel } of state.jobs.splice(0)) cancel();
  state.options.trainer.dispose();
}

function fail(state: LoopState, failure: RunFailure): void {
  if (state.closed) return;
  state.options.send({ type: 'failed', failure }, []);
  close(state);
}

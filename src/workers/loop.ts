import { type HeldOutMeter, NO_METER } from './held-out.ts';
import { createPace, type Pace } from './pace.ts';
import { type AnyFailure, failureOf } from './run-error.ts';
import { createSaver, type Saved, type Saver } from './saver.ts';
import type { Scheduler } from './scheduler.ts';
import { createSpeedometer, type Speedometer } from './speed.ts';

/** What a loop says besides frames; the host adds the run's id. */
type Said = Saved | { readonly type: 'failed'; readonly failure: AnyFailure };
/** All that a loop says. Failures are those that its trainer may throw, a crash, and exhausted memory. */
export type LoopMessage<Frame> = Frame | Said;
type Send<Message> = (message: Message, transfer: readonly ArrayBuffer[]) => void;

/** What a loop needs of a trainer, whatever it trains. */
export interface LoopTrainer {
  readonly stepsDone: number;
  /** One step, or several, up to `most`, that take about a millisecond. */
  step(most: number): void | Promise<void>;
  /** Whether there is no further step; absent: there always is. */
  isDone?(): boolean;
  checkpoint(): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
  /** See `Trainer`. */
  loseDevice?(): void;
  dispose(): void;
}

/** What a frame says about the moment that it is sent. */
export interface Moment {
  readonly stepsPerSecond: number;
  readonly playing: boolean;
  readonly command: number;
}

/** Frames of a run: each costs a credit. */
export interface Framer {
  /** Allows one frame, written into `buffer` where it fits. */
  credit(buffer: ArrayBuffer | null): void;
  /** A frame is due even if no step was done since the last one. */
  owe(): void;
  isDue(): boolean;
  send(): void | Promise<void>;
}

export interface FramerParts<Frame> {
  readonly moment: () => Moment;
  readonly send: Send<Frame>;
}

export interface LoopOptions<Frame> {
  readonly trainer: LoopTrainer;
  readonly scheduler: Scheduler;
  readonly openFramer: (parts: FramerParts<Frame>) => Framer;
  readonly send: Send<LoopMessage<Frame>>;
  /** Absent: nothing is held out. */
  readonly heldOut?: HeldOutMeter;
  /** Work between two looks at the messages. */
  readonly sliceMs?: number;
  /** Training between two saved checkpoints, unless they are costly. */
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
  fail(failure: AnyFailure): void;
  dispose(): void;
}

interface Job {
  run(): Promise<void>;
  cancel(): void;
}

interface LoopState {
  readonly options: Required<Pick<LoopOptions<unknown>, 'trainer' | 'scheduler' | 'heldOut' | 'sliceMs'>>;
  readonly say: Send<Said>;
  readonly pace: Pace;
  readonly speed: Speedometer;
  readonly framer: Framer;
  readonly saver: Saver;
  readonly jobs: Job[];
  command: number;
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
export function createLoop<Frame>(options: LoopOptions<Frame>): Loop {
  const state = createState(options);
  const { pace, framer, saver, options: set } = state;
  const owe = () => {
    framer.owe();
    wake(state);
  };
  const startClock = () => {
    if (isMoving(state)) return;
    state.speed.restart(set.scheduler.now());
    saver.restartClock();
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
      saver.ask();
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
      framer.credit(buffer);
      wake(state);
    },
    refresh: owe,
    touch(what) {
      if (what === 'parameters') set.heldOut.restart();
      saver.invalidate();
      saver.ask();
      owe();
    },
    enqueue: (job) => enqueue(state, job),
    fail: (failure) => fail(state, failure),
    dispose() {
      if (!state.closed) close(state);
    },
  };
}

function createState<Frame>(asked: LoopOptions<Frame>): LoopState {
  const { trainer, scheduler, openFramer, sliceMs = 8, saveEveryMs = 5000, heldOut = NO_METER } = asked;
  const send: Send<LoopMessage<Frame>> = (message, transfer) => {
    if (!state.closed) asked.send(message, transfer);
  };
  const moment = () => ({
    stepsPerSecond: state.speed.rate(scheduler.now()),
    playing: isMoving(state),
    command: state.command,
  });
  const state: LoopState = {
    options: { trainer, scheduler, heldOut, sliceMs },
    say: send,
    pace: createPace(),
    speed: createSpeedometer(),
    framer: openFramer({ moment, send }),
    saver: createSaver({ trainer, scheduler, send, everyMs: saveEveryMs }),
    jobs: [],
    command: 0,
    closed: false,
    pumping: false,
    woken: false,
    endWait: null,
  };
  return state;
}

function isMoving({ pace, options: { trainer } }: LoopState): boolean {
  return pace.isMoving(trainer.stepsDone) && !trainer.isDone?.();
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

async function failWith(state: LoopState, failure: AnyFailure): Promise<void> {
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
  else if (state.framer.isDue()) await state.framer.send();
  else if (state.saver.isDue()) await state.saver.save();
  else if (state.options.heldOut.isDue()) await measure(state);
  else if (isMoving(state)) await train(state);
  else return false;
  return true;
}

/** Held-out text for a slice, playing or not. */
async function measure(state: LoopState): Promise<void> {
  const { scheduler, heldOut, sliceMs } = state.options;
  const begun = scheduler.now();
  do await heldOut.advance();
  while (!state.closed && heldOut.isDue() && scheduler.now() < begun + sliceMs);
  if (!heldOut.isDue()) state.framer.owe();
  state.speed.skip(scheduler.now() - begun);
  await scheduler.yield();
}

async function train(state: LoopState): Promise<void> {
  const { scheduler } = state.options;
  const wait = state.pace.wait(scheduler.now());
  if (wait > 0) return rest(state, wait);
  await trainSlice(state);
  if (!isMoving(state)) {
    state.framer.owe();
    state.saver.ask();
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
    const stepping = trainer.step(state.pace.room(before));
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

function fail(state: LoopState, failure: AnyFailure): void {
  if (state.closed) return;
  state.say({ type: 'failed', failure }, []);
  close(state);
}

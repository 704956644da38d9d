import type { RecentStats, StepStats, Trainer } from './protocol.ts';
import { RunError } from './run-error.ts';
import type { Scheduler } from './scheduler.ts';

/** A clock that moves only when told, with macrotasks that run only when asked. */
export interface FakeScheduler extends Scheduler {
  advance(ms: number): void;
  /** Runs one waiting macrotask and everything that follows from it; false when none waits. */
  tick(): Promise<boolean>;
  /** Ticks until nothing waits, or `limit` ticks are over. */
  settle(limit?: number): Promise<void>;
}

/** Long enough for every chain of microtasks between two macrotasks. */
export async function microtasks(): Promise<void> {
  for (let i = 0; i < 50; i++) await null;
}

export function createFakeScheduler(): FakeScheduler {
  let time = 0;
  const tasks: (() => void)[] = [];
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  const tick = async () => {
    await microtasks();
    const task = tasks.shift();
    task?.();
    await microtasks();
    return task !== undefined;
  };
  return {
    now: () => time,
    yield: () => new Promise((resolve) => tasks.push(resolve)),
    after(ms, callback) {
      const timer = { at: time + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      time += ms;
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { callback } of due) callback();
    },
    tick,
    async settle(limit = 1000) {
      for (let i = 0; i < limit; i++) if (!(await tick())) return;
    },
  };
}

export interface FakeTrainer extends Trainer {
  /** Every read-back, in order. */
  readonly calls: string[];
  readonly disposed: boolean;
}

export interface FakeTrainerOptions {
  readonly scheduler: FakeScheduler;
  /** Time that a step takes. */
  readonly stepMs?: number;
  readonly divergeAt?: number;
  /** Time that a snapshot takes, and a checkpoint. */
  readonly copyMs?: number;
  readonly asynchronous?: boolean;
}

/** Counts steps; its only parameter is the step number. */
export function createFakeTrainer(options: FakeTrainerOptions): FakeTrainer {
  const { scheduler, stepMs = 1, copyMs = 0, asynchronous = false } = options;
  const { divergeAt = Number.POSITIVE_INFINITY } = options;
  const calls: string[] = [];
  let done = 0;
  let edited = 0;
  let disposed = false;
  let since: StepStats[] = [];
  const statsOf = (step: number): StepStats => ({
    step,
    loss: 1 / (1 + step),
    gradientNorm: 1,
    accuracy: null,
  });
  const step = () => {
    if (done + 1 >= divergeAt) {
      throw new RunError({ code: 'diverged', step: done + 1, what: 'loss', value: Number.NaN });
    }
    scheduler.advance(stepMs);
    done++;
    since.push(statsOf(done));
  };
  return {
    calls,
    get disposed() {
      return disposed;
    },
    get stepsDone() {
      return done;
    },
    step: asynchronous ? async () => step() : step,
    async stats(): Promise<RecentStats> {
      calls.push('stats');
      const recent = { latest: statsOf(done), since };
      since = [];
      return recent;
    },
    async snapshot(into) {
      calls.push('snapshot');
      scheduler.advance(copyMs);
      into[0] = done + edited;
    },
    async checkpoint() {
      calls.push('checkpoint');
      scheduler.advance(copyMs);
      return Uint8Array.of(done);
    },
    evaluate: ({ restart }) => {
      scheduler.advance(stepMs);
      calls.push(restart ? 'evaluate first' : 'evaluate');
      return 1 / (1 + done) + edited;
    },
    async edit(edits) {
      for (const { value } of edits) edited = value;
    },
    setLearningRate() {},
    dispose() {
      disposed = true;
    },
  };
}

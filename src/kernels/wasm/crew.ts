import { CONTROL, JOBS, type Job, type ThreadMessage } from './thread.ts';

/** A kernel over its memory: jobs take the address of what they work on, and which part of it. */
export interface CrewKernel {
  readonly memory: WebAssembly.Memory;
  readonly run: Readonly<Record<Job, (model: number, part: number) => void>>;
}

/** Runs a kernel's jobs on every thread that it was planned for. */
export interface Crew {
  /** The calling thread included. */
  readonly threads: number;
  /** Called when a kernel is ready; `leave` when it goes. */
  join(instance: CrewKernel, model: number): Team;
  /** Ends the helpers. */
  dispose(): void;
}

export interface Team {
  run(job: Job): void;
  leave(): void;
}

/** The calling thread alone. */
export const ALONE: Crew = {
  threads: 1,
  join: ({ run }, model) => ({ run: (job) => run[job](model, 0), leave() {} }),
  dispose() {},
};

/** A helper: a worker in a browser, a worker thread in Node. */
export interface Helper {
  /** Resolves once its code has been told of the module; rejects when it does not start. */
  readonly ready: Promise<void>;
  post(message: ThreadMessage): void;
  end(): void;
}
export type CreateThread = () => Helper;

/** A helper that has not taken a message after this time never will. */
const PATIENCE_MS = 10_000;

/** The calling thread and `threads − 1` helpers. Rejects, leaving none behind, when one does not start. */
export async function createCrew(
  module: WebAssembly.Module,
  threads: number,
  createThread: CreateThread,
): Promise<Crew> {
  const control = new Int32Array(new SharedArrayBuffer(4 * CONTROL.length));
  const helpers = Array.from({ length: threads - 1 }, createThread);
  const dispose = () => {
    for (const helper of helpers) helper.end();
  };
  helpers.forEach((helper, i) => {
    helper.post({ type: 'start', module, control, part: i + 1 });
  });
  try {
    await Promise.all(helpers.map(({ ready }) => ready));
  } catch (error) {
    dispose();
    throw error;
  }
  const tell = createTeller(control, helpers);
  let kernels = 0;
  return {
    threads,
    join(instance, model) {
      kernels += 1;
      return enlist(control, tell, kernels, instance, model);
    },
    dispose() {
      tell.close();
      dispose();
    },
  };
}

/** Tells all helpers something, and knows when they have heard it. */
interface Teller {
  say(message: ThreadMessage): void;
  /** Waits until every helper has taken the last message. Throws when one does not. */
  settle(): void;
  /** Nobody is left to be told. */
  close(): void;
}

function createTeller(control: Int32Array, helpers: readonly Helper[]): Teller {
  let expected = 0;
  let open = true;
  function settle(): void {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answered = Atomics.load(control, CONTROL.answered);
      if (answered === expected) return;
      const left = until - performance.now();
      if (left <= 0) throw new Error(`of ${helpers.length} helper threads some do not answer`);
      Atomics.wait(control, CONTROL.answered, answered, left);
    }
  }
  return {
    settle,
    close() {
      open = false;
    },
    say(message) {
      if (!open) return;
      settle();
      expected += helpers.length;
      call(control, JOBS.listen, 0);
      for (const helper of helpers) helper.post(message);
    },
  };
}

/** Wakes the helpers for a job. */
function call(control: Int32Array, job: number, kernel: number): void {
  Atomics.store(control, CONTROL.job, job);
  Atomics.store(control, CONTROL.kernel, kernel);
  Atomics.add(control, CONTROL.generation, 1);
  Atomics.notify(control, CONTROL.generation);
}

function enlist(
  control: Int32Array,
  tell: Teller,
  kernel: number,
  { memory, run }: CrewKernel,
  model: number,
): Team {
  tell.say({ type: 'join', kernel, model, memory });
  return {
    run(job) {
      tell.settle();
      call(control, JOBS[job], kernel);
      run[job](model, 0);
    },
    leave: () => tell.say({ type: 'leave', kernel }),
  };
}

/*
 * What a helper thread runs. It sleeps until the control words change, does its part of the job on the kernel that they
 * name, and sleeps again; messages reach it only when it is told to listen, because a sleeping thread reads none. The file
 * imports nothing at run time, so that a thread can be made from it alone.
 */

/** Places in the control words, 32-bit integers in shared memory. */
export const CONTROL = { generation: 0, job: 1, kernel: 2, answered: 3, length: 16 } as const;
export const JOBS = { listen: 0, pass: 1, update: 2, evaluate: 3 } as const;
/** What a kernel does on all threads. */
export type Job = Exclude<keyof typeof JOBS, 'listen'>;

/** Turns of looking before a thread goes to sleep: a little longer than a step's work outside the kernel. */
const SPINS = 20_000;

export type ThreadMessage =
  | {
      readonly type: 'start';
      readonly module: WebAssembly.Module;
      readonly control: Int32Array;
      readonly part: number;
    }
  | {
      readonly type: 'join';
      readonly kernel: number;
      readonly model: number;
      readonly memory: WebAssembly.Memory;
    }
  | { readonly type: 'leave'; readonly kernel: number };

type Work = Readonly<Record<Job, () => void>>;

type Start = Extract<ThreadMessage, { type: 'start' }>;
type Join = Extract<ThreadMessage, { type: 'join' }>;

/** Handles a helper's messages; `ready` is called once it listens to the control words. */
export function createThreadHandler(ready: () => void): (message: ThreadMessage) => void {
  const kernels = new Map<number, Work>();
  let start: Start | null = null;
  let seen = 0;
  return (message) => {
    if (message.type === 'start') {
      start = message;
      seen = Atomics.load(message.control, CONTROL.generation);
      ready();
    } else if (message.type === 'join') {
      if (start) kernels.set(message.kernel, join(start, message));
    } else kernels.delete(message.kernel);
    if (!start) return;
    const { control } = start;
    if (message.type !== 'start') {
      Atomics.add(control, CONTROL.answered, 1);
      Atomics.notify(control, CONTROL.answered);
    }
    seen = serve(control, kernels, seen);
  };
}

function join({ module, part }: Start, { memory, model }: Join): Work {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const run = exports as Record<Job, (model: number, part: number) => void>;
  return {
    pass: () => run.pass(model, part),
    update: () => run.update(model, part),
    evaluate: () => run.evaluate(model, part),
  };
}

/** Does jobs until it is told to listen; returns the generation that said so. */
function serve(control: Int32Array, kernels: ReadonlyMap<number, Work>, before: number): number {
  let seen = before;
  for (;;) {
    seen = nextGeneration(control, seen);
    const job = Atomics.load(control, CONTROL.job);
    const kernel = kernels.get(Atomics.load(control, CONTROL.kernel));
    if (job === JOBS.pass) kernel?.pass();
    else if (job === JOBS.update) kernel?.update();
    else if (job === JOBS.evaluate) kernel?.evaluate();
    else return seen;
  }
}

function nextGeneration(control: Int32Array, seen: number): number {
  for (let spin = 0; spin < SPINS; spin++) {
    const now = Atomics.load(control, CONTROL.generation);
    if (now !== seen) return now;
  }
  while (Atomics.load(control, CONTROL.generation) === seen) Atomics.wait(control, CONTROL.generation, seen);
  return Atomics.load(control, CONTROL.generation);
}

import type { FrameClock } from './frame-slot.ts';
import type { Frame, FromWorker, RunId, ToWorker } from './protocol.ts';
import type { WorkerLike } from './worker-line.ts';

type Bare<Message> = Message extends { readonly run: unknown } ? Omit<Message, 'run'> : never;

/** A worker that says what a test tells it to say. */
export interface FakeWorker extends WorkerLike {
  readonly heard: ToWorker[];
  readonly terminated: boolean;
  /** The id that the client gave this worker. */
  readonly run: RunId;
  say(message: Bare<FromWorker>, run?: RunId): void;
  crash(message: string): void;
}

export function createFakeWorker(): FakeWorker {
  const heard: ToWorker[] = [];
  let terminated = false;
  const worker: FakeWorker = {
    heard,
    get terminated() {
      return terminated;
    },
    get run() {
      return heard[0]?.run ?? (0 as RunId);
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message: ToWorker) => {
      heard.push(message);
    },
    terminate() {
      terminated = true;
    },
    say(message, run = worker.run) {
      const event = { data: { ...message, run } } as MessageEvent;
      worker.onmessage?.call(worker as unknown as Worker, event);
    },
    crash(message) {
      worker.onerror?.call(worker as unknown as Worker, { message } as ErrorEvent);
    },
  };
  return worker;
}

/** Draws when told. */
export interface FakeClock extends FrameClock {
  draw(): void;
  readonly waiting: number;
}

export function createFakeClock(): FakeClock {
  const callbacks = new Map<number, () => void>();
  let next = 1;
  return {
    request(callback) {
      callbacks.set(next, callback);
      return next++;
    },
    cancel(handle) {
      callbacks.delete(handle);
    },
    draw() {
      const due = [...callbacks.values()];
      callbacks.clear();
      for (const callback of due) callback();
    },
    get waiting() {
      return callbacks.size;
    },
  };
}

export const READY = {
  type: 'ready',
  info: {
    vocabulary: ['⟨UNK⟩', 'a'],
    classes: ['⟨UNK⟩', 'a'],
    parameterCount: 2,
    tokens: 10,
    counts: [],
    heldOut: 0,
    batch: 1,
    steps: 4,
    notices: [],
  },
  choice: { tier: 'webgpu', reasons: [{ code: 'pinned' }] },
  step: 0,
} as const;
export const READY_WASM = {
  ...READY,
  choice: { tier: 'wasm', reasons: [{ code: 'no-webgpu' }] },
} as const;
export const READY_JS = { ...READY, choice: { tier: 'js', reasons: [{ code: 'no-webgpu' }] } } as const;

/** A frame at `step`; its parameters are [step, step]. */
export function frameAt(step: number, changes: Partial<Frame> = {}): Omit<Frame, 'run'> {
  const stats = { step, loss: 2 / (step + 1), gradientNorm: 1, accuracy: null };
  return {
    type: 'frame',
    stats,
    curve: step === 0 ? [] : [stats],
    stepsPerSecond: 10,
    playing: false,
    command: 0,
    heldOut: [],
    probe: null,
    parameters: Float64Array.of(step, step).buffer,
    ...changes,
  };
}

import {
  createFakeClock,
  createFakeWorker,
  type FakeClock,
  type FakeWorker,
} from '../workers/client.testkit.ts';
import { createRunClient, type RunClient, type RunClientOptions } from '../workers/client.ts';
import type { CheckpointStore, SavedRun, SaveResult } from './checkpoints.ts';
import type { Page } from './run-state.ts';
import type { Time } from './throttle.ts';

/** The real client over workers that say what a test tells them to say. */
export interface FakeClients {
  readonly clock: FakeClock;
  readonly workers: FakeWorker[];
  readonly worker: () => FakeWorker;
  create(options: RunClientOptions): RunClient;
}

export function createFakeClients(): FakeClients {
  const clock = createFakeClock();
  const workers: FakeWorker[] = [];
  const createWorker = () => {
    const worker = createFakeWorker();
    workers.push(worker);
    return worker;
  };
  return {
    clock,
    workers,
    worker: () => workers.at(-1) ?? createFakeWorker(),
    create: (options) => createRunClient({ createWorker, ...options, clock }),
  };
}

export interface FakeTime extends Time {
  advance(ms: number): void;
}

export function createFakeTime(): FakeTime {
  let now = 0;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
  };
}

/** Checkpoints in memory. */
export function createFakeCheckpoints(result: SaveResult = { ok: true }) {
  const saved = new Map<string, SavedRun>();
  const store: CheckpointStore = {
    async save(key, run) {
      if (result.ok) saved.set(key, run);
      return result;
    },
    load: async (key) => saved.get(key) ?? null,
    async remove(key) {
      saved.delete(key);
    },
  };
  return { saved, store };
}

export interface FakePage extends Page {
  hide(): void;
  readonly listeners: number;
}

export function createFakePage(): FakePage {
  const target = new EventTarget();
  let visibilityState: DocumentVisibilityState = 'visible';
  let listeners = 0;
  return {
    get visibilityState() {
      return visibilityState;
    },
    get listeners() {
      return listeners;
    },
    addEventListener: (type: string, listener: EventListener) => {
      listeners++;
      target.addEventListener(type, listener);
    },
    removeEventListener: (type: string, listener: EventListener) => {
      listeners--;
      target.removeEventListener(type, listener);
    },
    hide() {
      visibilityState = 'hidden';
      target.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

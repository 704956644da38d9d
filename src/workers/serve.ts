import type { Loop } from './loop.ts';
import type { FromWorker, RunId, ToWorker } from './protocol.ts';
import type { Scheduler } from './scheduler.ts';

/** What serves a run, whatever it trains. */
export interface ServedRun {
  readonly loop: Loop;
  /** Frees what the trainer computed on. */
  readonly close: () => void;
}

interface Init {
  readonly type: 'init';
  readonly run: RunId;
}

export interface ServeOptions<Message extends { readonly run: RunId }, Live extends ServedRun> {
  /** The lock that is held for as long as the worker lives; null where there are no locks. */
  readonly lifeline: Promise<string | null>;
  readonly post: (message: Extract<FromWorker, { type: 'alive' }>, transfer: readonly ArrayBuffer[]) => void;
  /** Null when the run could not begin, and the page was told why, or when nobody wants it any more. */
  readonly start: (init: Extract<Message, Init>, isWanted: () => boolean) => Promise<Live | null>;
  readonly obey: (live: Live, message: Exclude<Message, Init>) => void;
}

/** One run at a time: another `init` ends the one before. What is said to a run that is not the latest is dropped. */
export function serve<Message extends { readonly type: string; readonly run: RunId }, Live extends ServedRun>(
  options: ServeOptions<Message, Live>,
): { receive(message: Message): void } {
  const { lifeline, post, start, obey } = options;
  const isInit = (message: Message): message is Extract<Message, Init> => message.type === 'init';
  let current: RunId | null = null;
  let starting: Promise<Live | null> = Promise.resolve(null);
  const begin = (init: Extract<Message, Init>) => {
    const previous = starting;
    const { run } = init;
    current = run;
    void lifeline.then((name) => {
      if (name) post({ type: 'alive', run, lifeline: name }, []);
    });
    starting = previous.then((old) => {
      old?.loop.dispose();
      old?.close();
      return start(init, () => current === run);
    });
  };
  return {
    receive(message) {
      if (isInit(message)) begin(message);
      else if (message.run === current) {
        void starting.then((live) => live && obey(live, message as Exclude<Message, Init>));
      }
    },
  };
}

/** Commands that any run obeys. */
export type LoopCommand = Extract<ToWorker, { type: 'play' | 'pause' | 'step' | 'credit' }>;

export function command(loop: Loop, message: LoopCommand): void {
  if ('command' in message) loop.hear(message.command);
  switch (message.type) {
    case 'play':
      loop.play(message.stepsPerSecond, message.until);
      break;
    case 'pause':
      loop.pause();
      break;
    case 'step':
      loop.step(message.count);
      break;
    case 'credit':
      loop.credit(message.buffer);
  }
}

/**
 * Milliseconds of reading a long text between two chances for messages, and between two reports of how far it is. A text that
 * takes less is not reported on.
 */
const SLICE_MS = 12;
const REPORT_MS = 200;

export interface SliceOptions {
  readonly scheduler: Scheduler;
  /** How far the work is, in its own unit. */
  readonly report: (done: number) => void;
  readonly isWanted: () => boolean;
}

/** Work that says how far it is, in slices with room for messages between them; null when nobody wants it any more. */
export async function inSlices<Result>(
  work: Generator<number, Result>,
  { scheduler, report, isWanted }: SliceOptions,
): Promise<Result | null> {
  let heard = scheduler.now();
  let said = heard;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const now = scheduler.now();
    if (now - said >= REPORT_MS) {
      report(value);
      said = now;
    }
    if (now - heard < SLICE_MS) continue;
    await scheduler.yield();
    if (!isWanted()) return null;
    heard = scheduler.now();
  }
}

import type { TierRequest } from '../backend.ts';
import { createLoop } from '../loop.ts';
import type { RunId, Tier, TierChoice } from '../protocol.ts';
import { failureOf, RunError } from '../run-error.ts';
import type { Scheduler } from '../scheduler.ts';
import { command, inSlices, type ServedRun, serve } from '../serve.ts';
import {
  type EmbeddingCheckpoint,
  isStateOfEmbeddings,
  readEmbeddingCheckpoint,
  textHashOf,
  writeEmbeddingCheckpoint,
} from './checkpoint.ts';
import { type BareEmbeddingFrame, createEmbeddingFramer } from './framer.ts';
import { clampConfig } from './limits.ts';
import type { AnyMethod, EmbeddingStart, MethodRun } from './method.ts';
import type { OpenedEmbeddings } from './open-trainer.ts';
import type {
  EmbeddingAnswer,
  EmbeddingConfig,
  EmbeddingFailure,
  EmbeddingInfo,
  EmbeddingQuery,
  EmbeddingTrainer,
  EmbeddingWatch,
  FromEmbeddingWorker,
  Method,
  ToEmbeddingWorker,
} from './protocol.ts';

export interface EmbeddingHostOptions {
  readonly post: (message: FromEmbeddingWorker, transfer: readonly ArrayBuffer[]) => void;
  readonly scheduler: Scheduler;
  /** Rejects for a method that is not there. */
  readonly loadMethod: (kind: Method['kind']) => Promise<AnyMethod>;
  readonly openTrainer: (
    request: Omit<TierRequest, 'among'>,
    run: MethodRun,
    start: EmbeddingStart,
    trying: (tier: Tier) => void,
  ) => Promise<OpenedEmbeddings>;
  /** The lock that is held for as long as the worker lives; null where there are no locks. */
  readonly lifeline: Promise<string | null>;
  /** Ends the worker as an uncaught error would (`simulate-fault`). */
  readonly crash: () => void;
}

type Init = Extract<ToEmbeddingWorker, { type: 'init' }>;

interface LiveRun extends ServedRun {
  readonly id: RunId;
  readonly trainer: EmbeddingTrainer;
  watch: EmbeddingWatch;
}

/** The worker's side of the protocol: messages in, one run's loop and trainer behind them. */
export function createEmbeddingHost(options: EmbeddingHostOptions): {
  receive(message: ToEmbeddingWorker): void;
} {
  return serve<ToEmbeddingWorker, LiveRun>({
    ...options,
    start: (init, isWanted) => startRun(init, options, isWanted),
    obey: (live, message) => obey(live, message, options),
  });
}

/** Null when the run could not begin, and the page was told why, or when nobody wants it any more. */
async function startRun(
  init: Init,
  options: EmbeddingHostOptions,
  isWanted: () => boolean,
): Promise<LiveRun | null> {
  try {
    const run = await prepare(init, options, isWanted);
    return run && (await openRun(init, run, options));
  } catch (error) {
    const failure = failureOf(error, 0) as EmbeddingFailure;
    options.post({ type: 'failed', run: init.run, failure }, []);
    return null;
  }
}

/** Reads the text, with every setting within its limits. */
async function prepare(
  { run, config: asked }: Init,
  { post, scheduler, loadMethod }: EmbeddingHostOptions,
  isWanted: () => boolean,
): Promise<MethodRun | null> {
  const { config, notices } = clampConfig(asked);
  const method = await loadMethod(config.method.kind);
  const total = config.source.text.length;
  const report = (done: number) => post({ type: 'preparing', run, done, total }, []);
  const result = await inSlices(method.prepare(config), { scheduler, report, isWanted });
  if (!result) return null;
  if (!result.ok) throw new RunError(result.failure);
  const { info } = result.run;
  return { ...result.run, info: { ...info, notices: [...notices, ...info.notices] } };
}

async function openRun(init: Init, run: MethodRun, options: EmbeddingHostOptions): Promise<LiveRun> {
  const { run: id, pinned, excluded } = init;
  const { post, scheduler, openTrainer } = options;
  const textHash = textHashOf(init.config);
  const saved = init.checkpoint && readOwn(init.checkpoint, init.config, textHash);
  const start: EmbeddingStart = {
    saved: saved?.saved ?? null,
    now: () => scheduler.now(),
    write: (tier, state) => writeEmbeddingCheckpoint({ tier, config: init.config, textHash }, state),
  };
  // Before its first step a run has no numbers to keep to.
  const computedOn = saved && saved.stats.step > 0 ? saved.tier : null;
  const trying = (tier: Tier) => post({ type: 'trying', run: id, tier }, []);
  const { choice, trainer, close } = await openTrainer({ pinned, computedOn, excluded }, run, start, trying);
  const info = withThreads(run.info, init.config, choice);
  post({ type: 'ready', run: id, info, choice, step: trainer.stepsDone }, []);
  trainer.trace?.(init.watch.moved === true);
  const live = { id, trainer, close, watch: init.watch };
  const loop = createLoop<BareEmbeddingFrame>({
    trainer,
    scheduler,
    openFramer: (parts) => createEmbeddingFramer({ ...parts, trainer, scheduler, watch: () => live.watch }),
    send: (message, transfer) => post({ ...message, run: id } as FromEmbeddingWorker, transfer),
  });
  return Object.assign(live, { loop });
}

/** Says when there are fewer threads than were asked for. */
function withThreads(
  info: EmbeddingInfo,
  { threads: asked = 1 }: EmbeddingConfig,
  choice: TierChoice,
): EmbeddingInfo {
  const gears = choice.reasons.find((reason) => reason.code === 'wasm-gears');
  const used = gears?.code === 'wasm-gears' ? gears.threads : 1;
  if (!(asked > used)) return info;
  return { ...info, notices: [...info.notices, { code: 'threads-reduced', asked, used }] };
}

function readOwn(bytes: Uint8Array, config: EmbeddingConfig, textHash: number): EmbeddingCheckpoint {
  const read = readEmbeddingCheckpoint(bytes);
  if (!read.ok) throw new RunError({ code: 'bad-checkpoint', detail: read.fault });
  if (!isStateOfEmbeddings(read.value, config, textHash)) {
    throw new RunError({ code: 'bad-checkpoint', detail: 'other-run' });
  }
  return read.value;
}

function obey(live: LiveRun, message: Exclude<ToEmbeddingWorker, Init>, options: EmbeddingHostOptions): void {
  if (message.type !== 'query') {
    command(live.loop, message);
    return;
  }
  void answer(live, message.query, options).then((value) => {
    options.post({ type: 'reply', run: live.id, id: message.id, value }, buffersOf(value));
  });
}

/** What an answer's bulk lies in: handed over rather than copied. */
function buffersOf(value: EmbeddingAnswer): ArrayBuffer[] {
  if (value === null) return [];
  const arrays = value instanceof Uint8Array ? [value] : [value.input, value.output];
  return arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}

async function answer(
  live: LiveRun,
  query: EmbeddingQuery,
  { crash }: EmbeddingHostOptions,
): Promise<EmbeddingAnswer> {
  const { loop, trainer } = live;
  switch (query.kind) {
    case 'checkpoint':
      return loop.enqueue(() => trainer.checkpoint());
    case 'vectors':
      return loop.enqueue(() => trainer.vectors());
    case 'watch':
      live.watch = query.watch;
      trainer.trace?.(query.watch.moved === true);
      loop.refresh();
      return null;
    case 'learn':
      await loop.enqueue(() => trainer.learn(query.inputs, query.target, query.rate, query.negatives));
      loop.touch('settings');
      return null;
    case 'simulate-fault':
      crash();
      return null;
  }
}

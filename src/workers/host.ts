import { symbolsOf } from '../models/language/next-symbol.ts';
import { tokenize } from '../models/text/tokenize.ts';
import { encode } from '../models/text/vocabulary.ts';
import { readPassage } from '../models/units/read-passage.ts';
import type { TierRequest } from './backend.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { type BareFrame, createFramer } from './framer.ts';
import { createHeldOutMeter, type HeldOutMeter, NO_METER } from './held-out.ts';
import { createLoop } from './loop.ts';
import type { OpenedTrainer, OpenOptions } from './open-trainer.ts';
import { type PreparedRun, type PrepareResult, preparing } from './prepare.ts';
import { createProbe } from './probe.ts';
import type {
  Answer,
  FromWorker,
  ProbeResult,
  Query,
  RunFailure,
  RunId,
  Tier,
  ToWorker,
  Trainer,
} from './protocol.ts';
import { failureOf, RunError } from './run-error.ts';
import type { Scheduler } from './scheduler.ts';
import { command, inSlices, type ServedRun, serve } from './serve.ts';
import { freshStart, resumedStart, type StartState } from './start.ts';

export interface HostOptions {
  readonly post: (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;
  readonly scheduler: Scheduler;
  readonly openTrainer: (
    request: TierRequest,
    run: PreparedRun,
    start: StartState,
    trying: OpenOptions['trying'],
  ) => Promise<OpenedTrainer>;
  /** The lock that is held for as long as the worker lives; null where there are no locks. */
  readonly lifeline: Promise<string | null>;
  /** Ends the worker as an uncaught error would (`simulate-fault`). */
  readonly crash: () => void;
}

/** The worker's side of the protocol: messages in, one run's loop and trainer behind them. */
export interface RunHost {
  receive(message: ToWorker): void;
}

type Init = Extract<ToWorker, { type: 'init' }>;

interface LiveRun extends ServedRun {
  readonly id: RunId;
  readonly prepared: PreparedRun;
  readonly trainer: Trainer;
  probe: (parameters: Float64Array) => ProbeResult | null;
}

export function createRunHost(options: HostOptions): RunHost {
  return serve<ToWorker, LiveRun>({
    ...options,
    start: (init, isWanted) => startRun(init, options, isWanted),
    obey: (live, message) => obey(live, message, options),
  });
}

/** Null when the run could not begin, and the page was told why, or when nobody wants it any more. */
async function startRun(init: Init, options: HostOptions, isWanted: () => boolean): Promise<LiveRun | null> {
  try {
    const prepared = await prepare(init, options, isWanted);
    return prepared && (await openRun(init, prepared, options));
  } catch (error) {
    options.post({ type: 'failed', run: init.run, failure: failureOf(error, 0) as RunFailure }, []);
    return null;
  }
}

async function openRun(
  init: Init,
  prepared: PreparedRun,
  { post, scheduler, openTrainer }: HostOptions,
): Promise<LiveRun> {
  const { run: id, pinned, excluded } = init;
  const checkpoint = init.checkpoint && readWhole(init.checkpoint);
  const start = checkpoint ? resumedStart(prepared, checkpoint) : freshStart(prepared);
  // Before its first step a run has no numbers to keep to.
  const computedOn = checkpoint && checkpoint.step > 0 ? checkpoint.tier : init.computedOn;
  const request = { pinned, computedOn, excluded };
  const trying = (tier: Tier) => post({ type: 'trying', run: id, tier }, []);
  const { choice, trainer, lost, close } = await openTrainer(request, prepared, start, trying);
  post({ type: 'ready', run: id, info: prepared.info, choice, step: start.step }, []);
  const live: { probe: LiveRun['probe'] } = { probe: createProbe(prepared, init.probe) };
  const heldOut = openMeter(prepared, trainer);
  const parameterCount = prepared.layout.length;
  const probe: LiveRun['probe'] = (parameters) => live.probe(parameters);
  const loop = createLoop<BareFrame>({
    trainer,
    scheduler,
    openFramer: (parts) => createFramer({ ...parts, trainer, parameterCount, scheduler, probe, heldOut }),
    send: (message, transfer) => post({ ...message, run: id } as FromWorker, transfer),
    heldOut,
  });
  void lost?.then((detail) => loop.fail({ code: 'device-lost', step: trainer.stepsDone, detail }));
  return Object.assign(live, { id, prepared, trainer, loop, close });
}

function openMeter({ config: { task }, heldOut }: PreparedRun, trainer: Trainer): HeldOutMeter {
  const every = task.kind === 'next-symbol' ? task.heldOut?.every : undefined;
  return heldOut && every ? createHeldOutMeter(heldOut, every, trainer) : NO_METER;
}

async function prepare(
  { run, config }: Init,
  { post, scheduler }: HostOptions,
  isWanted: () => boolean,
): Promise<PreparedRun | null> {
  const total = config.task.kind === 'next-symbol' ? config.task.text.length : 0;
  const report = (done: number) => post({ type: 'preparing', run, done, total }, []);
  const result = await inSlices(preparing(config), { scheduler, report, isWanted });
  return result && preparedOf(result);
}

function preparedOf(result: PrepareResult): PreparedRun {
  if (!result.ok) throw new RunError(result.failure);
  return result.run;
}

function readWhole(bytes: Uint8Array): Checkpoint {
  const read = readCheckpoint(bytes);
  if (!read.ok) throw new RunError({ code: 'bad-checkpoint', detail: read.fault });
  return read.checkpoint;
}

function obey(live: LiveRun, message: Exclude<ToWorker, Init>, options: HostOptions): void {
  if (message.type !== 'query') {
    command(live.loop, message);
    return;
  }
  void answer(live, message.query, options).then((value) => {
    options.post({ type: 'reply', run: live.id, id: message.id, value }, buffersOf(value));
  });
}

/** What an answer's bulk lies in: handed over rather than copied. */
function buffersOf(value: Answer): ArrayBuffer[] {
  if (value === null) return [];
  const arrays =
    value instanceof Uint8Array ? [value] : value.layers.flatMap(({ hidden, cell }) => [hidden, cell]);
  return [...new Set(arrays.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

async function answer(live: LiveRun, query: Query, { crash }: HostOptions): Promise<Answer> {
  const { loop, trainer } = live;
  switch (query.kind) {
    case 'checkpoint':
      return loop.enqueue(() => trainer.checkpoint());
    case 'set-probe':
      live.probe = createProbe(live.prepared, query.probe);
      loop.refresh();
      return null;
    case 'edit-parameters':
      await loop.enqueue(async () => {
        await trainer.edit(query.edits);
        loop.touch('parameters');
      });
      return null;
    case 'set-learning-rate':
      await loop.enqueue(() => trainer.setLearningRate(query.learningRate));
      loop.touch('settings');
      return null;
    case 'read':
      return readText(live, query.text);
    case 'simulate-fault':
      if (query.fault === 'device-lost' && trainer.loseDevice) trainer.loseDevice();
      else crash();
      return null;
  }
}

/** In parts between slices of training, all of it under the parameters of the moment that it began. */
async function readText({ loop, prepared, trainer }: LiveRun, text: string): Promise<Answer> {
  const { task } = prepared.config;
  if (task.kind !== 'next-symbol' || !prepared.vocabulary) return null;
  const tokens = tokenize(text, task);
  const ids = encode(prepared.vocabulary, tokens);
  const parameters = new Float64Array(prepared.layout.length);
  const step = await loop.enqueue(async () => {
    await trainer.snapshot(parameters);
    return trainer.stepsDone;
  });
  if (step === null) return null;
  const reading = readPassage(symbolsOf(prepared.network), parameters, ids);
  for (;;) {
    const part = await loop.enqueue(() => reading.next());
    if (!part) return null;
    if (part.done) return { tokens, ids, step, parameters, ...part.value };
  }
}

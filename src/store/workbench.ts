import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HeldOutPoint, RunConfig } from '../workers/protocol.ts';
import { checkpointStep } from './checkpoint-step.ts';
import type { CheckpointStore, SaveResult } from './checkpoints.ts';
import type { KeptModel, ModelFacts, ModelId } from './kept-model.ts';
import { askToStay } from './persistence.ts';
import { createRunStore } from './run.ts';
import { NO_CLOCK, truncateClock } from './run-clock.ts';
import type { RunState } from './run-state.ts';
import { createStopwatch, type Stopwatch } from './run-stopwatch.ts';
import type { Beginning, BenchOptions, BenchState, Workbench } from './workbench-state.ts';

interface Bench {
  readonly options: BenchOptions;
  readonly store: StoreApi<BenchState>;
  readonly now: () => number;
  /** What is asked for is done one after the other. */
  queue: Promise<unknown>;
  watched: Watched | null;
}

/** What is followed of the open run. */
interface Watched {
  readonly id: ModelId;
  stop(): void;
  /** Lowest held-out loss so far. */
  best: number;
  keepingBest: boolean;
  readonly watch: Stopwatch;
}

/** A worker that does not answer must not keep the reader from closing its run. */
const PATIENCE_MS = 4000;

export function createWorkbench(options: BenchOptions): Workbench {
  const bench: Bench = {
    options,
    store: createStore<BenchState>(() => ({
      models: null,
      open: null,
      clock: NO_CLOCK,
      removed: null,
      unsaved: null,
    })),
    now: options.now ?? (() => performance.now()),
    queue: Promise.resolve(),
    watched: null,
  };
  const refresh = async () => bench.store.setState({ models: await options.models.list() });
  const stop = options.models.subscribe(() => void refresh());
  void refresh();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = bench.queue.then(job);
    bench.queue = turn.catch(() => {});
    return turn;
  };
  return {
    store: bench.store,
    begin: (model) => inTurn(() => begin(bench, model)),
    open: (id, text) => inTurn(() => open(bench, id, text)),
    close: () => inTurn(() => close(bench)),
    rename: async (id, name) => {
      const result = await options.models.update(id, { name });
      // Room for a name is no room for a state: what could not be saved is still not saved.
      if (!result?.ok) tell(bench, result);
    },
    keepNow(name) {
      void askToStay();
      return inTurn(() => keepState(bench, 'named', name));
    },
    branch: (id, checkpoint, name, text) => inTurn(() => branch(bench, id, checkpoint, name, text)),
    dropState: (id, checkpoint) => options.models.drop(id, checkpoint),
    remove: (id) => inTurn(() => remove(bench, id)),
    discard: (id) => inTurn(() => discard(bench, id)),
    putBack: () => inTurn(() => putBack(bench)),
    dispose() {
      stop();
      end(bench);
    },
  };
}

function tell({ store }: Bench, result: SaveResult | null): void {
  if (result) store.setState({ unsaved: result.ok ? null : result.cause });
}

const find = async ({ options }: Bench, id: ModelId): Promise<KeptModel | undefined> =>
  (await options.models.list()).find((model) => model.id === id);

/** What is kept of a config has no text. */
function withText(config: RunConfig, text: string): RunConfig {
  return config.task.kind === 'next-symbol' ? { ...config, task: { ...config.task, text } } : config;
}

async function begin(bench: Bench, { checkpoint, ...model }: Beginning): Promise<ModelId> {
  await close(bench);
  const { models } = bench.options;
  const { id, curve, heldOut } = await models.create(model);
  if (checkpoint) {
    const step = checkpointStep(checkpoint) ?? 0;
    // Which config it is a state of is settled by the store.
    const saved = { fingerprint: '', step, checkpoint, curve, heldOut };
    tell(bench, await models.latest(model.config).save(id, saved));
  }
  const made = await find(bench, id);
  if (made) attach(bench, made, model.config);
  return id;
}

async function open(bench: Bench, id: ModelId, text: string): Promise<void> {
  if (bench.store.getState().open?.id === id) return;
  await close(bench);
  const model = await find(bench, id);
  if (model) attach(bench, model, withText(model.config, text));
}

function attach(bench: Bench, model: KeptModel, config: RunConfig): void {
  const { options, store } = bench;
  const { id, clock, heldOut } = model;
  const run = (options.createRun ?? createRunStore)({
    config,
    probe: null,
    pinned: options.pinned,
    persistKey: id,
    keepsUnusable: true,
    checkpoints: recording(bench, id, options.models.latest(config)),
  });
  const watched: Watched = {
    id,
    stop: () => {},
    best: Math.min(Number.POSITIVE_INFINITY, ...heldOut.map(({ loss }) => loss)),
    keepingBest: false,
    watch: createStopwatch(clock, bench.now),
  };
  watched.stop = run.store.subscribe((state, before) => follow(bench, watched, state, before));
  bench.watched = watched;
  store.setState({ open: { id, run }, clock });
}

/** Saved states bring along the time that they took. */
function recording({ options, store }: Bench, id: ModelId, latest: CheckpointStore): CheckpointStore {
  return {
    ...latest,
    async save(key, saved) {
      const { clock, open: opened } = store.getState();
      const saving = latest.save(key, saved);
      if (opened?.id === id) await options.models.update(id, { clock: truncateClock(clock, saved.step) });
      const result = await saving;
      store.setState({ unsaved: result.ok ? null : result.cause });
      return result;
    },
  };
}

function follow(bench: Bench, watched: Watched, state: RunState, before: RunState): void {
  if (state.info !== before.info || state.choice !== before.choice) recordFacts(bench, watched.id, state);
  if (state.config !== before.config) void bench.options.models.update(watched.id, { config: state.config });
  if (state.phase !== before.phase || state.frame !== before.frame) {
    const clock = watched.watch.look(state.frame?.stats.step ?? null, state.phase === 'playing');
    bench.store.setState({ clock });
    // What was saved last may have been on its way before these points were; a run that moves is saved again anyway.
    if (state.phase !== 'playing' && state.phase !== 'starting') recordCurve(bench, watched.id, state);
  }
  if (state.heldOut !== before.heldOut) followHeldOut(bench, watched, state.heldOut);
}

function recordCurve({ options, store }: Bench, id: ModelId, { curve, heldOut }: RunState): void {
  if (curve.length + heldOut.length === 0) return;
  void options.models.update(id, { curve, heldOut, clock: store.getState().clock });
}

function recordFacts({ options }: Bench, id: ModelId, { info, choice }: RunState): void {
  if (!info || !choice) return;
  const { parameterCount, tokens, heldOut, batch, steps, vocabulary } = info;
  const facts: ModelFacts = {
    parameterCount,
    vocabulary: vocabulary.length,
    tokens,
    heldOut,
    batch,
    steps,
    tier: choice.tier,
  };
  void options.models.update(id, { facts });
}

function followHeldOut(bench: Bench, watched: Watched, points: readonly HeldOutPoint[]): void {
  const lowest = Math.min(Number.POSITIVE_INFINITY, ...points.map(({ loss }) => loss));
  if (lowest >= watched.best || watched.keepingBest) return;
  watched.best = lowest;
  watched.keepingBest = true;
  void keepState(bench, 'best', '').finally(() => {
    watched.keepingBest = false;
  });
}

/** The state of now; of the held-out measurements the last one before it goes with it. */
async function keepState(bench: Bench, kind: 'best' | 'named', name: string): Promise<void> {
  const opened = bench.store.getState().open;
  const bytes = await opened?.run.checkpoint();
  const step = bytes ? checkpointStep(bytes) : null;
  if (!opened || !bytes || step === null) return;
  const points = opened.run.store.getState().heldOut.filter((point) => point.step <= step);
  const checkpoint = { kind, name, step, heldOut: points.at(-1) ?? null };
  tell(bench, await bench.options.models.keep(opened.id, checkpoint, bytes));
}

async function close(bench: Bench): Promise<void> {
  const opened = bench.store.getState().open;
  if (!opened) return;
  opened.run.pause();
  const { phase } = opened.run.store.getState();
  const isAlive = phase === 'paused' || phase === 'playing';
  if (isAlive) await Promise.race([opened.run.save(), after(PATIENCE_MS)]);
  end(bench);
}

const after = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

function end(bench: Bench): void {
  bench.watched?.stop();
  bench.watched = null;
  bench.store.getState().open?.run.dispose();
  bench.store.setState({ open: null });
}

async function branch(
  bench: Bench,
  id: ModelId,
  checkpoint: string,
  name: string,
  text: string,
): Promise<ModelId | null> {
  const bytes = await bench.options.models.state(id, checkpoint);
  const step = bytes ? checkpointStep(bytes) : null;
  if (!bytes || step === null) return null;
  // The open model's record is behind its curve until it is closed.
  await close(bench);
  const model = await find(bench, id);
  if (!model) return null;
  return begin(bench, {
    name,
    text: model.text,
    config: withText(model.config, text),
    checkpoint: bytes,
    curve: model.curve,
    heldOut: model.heldOut.filter((point) => point.step <= step),
    clock: truncateClock(model.clock, step),
    step,
  });
}

async function remove(bench: Bench, id: ModelId): Promise<void> {
  const { open: opened } = bench.store.getState();
  if (opened?.id === id) await close(bench);
  const removed = await bench.options.models.remove(id);
  if (removed) bench.store.setState({ removed });
}

async function discard(bench: Bench, id: ModelId): Promise<void> {
  if (bench.store.getState().open?.id === id) end(bench);
  await bench.options.models.remove(id);
}

async function putBack(bench: Bench): Promise<void> {
  const { removed } = bench.store.getState();
  if (!removed) return;
  bench.store.setState({ removed: null });
  tell(bench, await bench.options.models.putBack(removed));
}

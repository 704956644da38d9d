import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type CheckpointFacts,
  checkpointFacts,
  configFingerprint,
  createRunClient,
  inspectCheckpoint,
  isStateOf,
  type RunClient,
} from '../workers/client.ts';
import type {
  CheckpointFault,
  Frame,
  Probe,
  RunConfig,
  RunFailure,
  RunNotice,
  Tier,
} from '../workers/protocol.ts';
import type { SavedRun } from './checkpoints.ts';
import { appendCurve, EMPTY_CURVE, truncateCurve, withLatest } from './run-curve.ts';
import { createFrameThrottle, numbersOf, type ShownFrame } from './run-frames.ts';
import { appendHeldOut, NO_POINTS, truncateHeldOut } from './run-held-out.ts';
import { createMotion, type Motion } from './run-motion.ts';
import { aboutProbe, lastingNotices, withNotice, withoutNotice } from './run-notices.ts';
import type { Run, RunOptions, RunPhase, RunState } from './run-state.ts';
import type { Throttle } from './throttle.ts';

export type { Run, RunFrame, RunOptions, RunPhase, RunState } from './run-state.ts';

interface Session {
  readonly options: RunOptions;
  readonly store: StoreApi<RunState>;
  readonly frames: Throttle<Frame>;
  readonly motion: Motion;
  /** What `config` was when it was asked for; a saved run of the same print goes on. */
  fingerprint: string;
  probe: Probe | null;
  computedOn: Tier | null;
  client: RunClient | null;
  parameters: Float64Array | null;
  good: { readonly step: number; readonly checkpoint: Uint8Array } | null;
  /** Counts runs: what belongs to an older one is dropped. */
  generation: number;
  /** Counts wishes for another clipping: the latest wins. */
  clips: number;
  closed: boolean;
}

/** A loss above this multiple of ln V is worse than guessing evenly: nothing to go back to. */
const GUESSING = 1.2;

/** Starts a run: from what was saved under `persistKey` if it is of this config, else from the seed. Paused either way. */
export function createRunStore(options: RunOptions): Run {
  const session = createSession(options);
  const { store, motion } = session;
  const stopWatching = watchPage(session);
  void begin(session);
  return {
    store,
    parameters: () => session.parameters,
    play: (stepsPerSecond = null, until = null) => motion.play(stepsPerSecond, until),
    pause: () => motion.pause(),
    step: (count = 1) => motion.step(count),
    reset() {
      motion.pause();
      restart(session, store.getState().config);
    },
    reconfigure(config) {
      session.fingerprint = configFingerprint(config);
      restart(session, config);
    },
    setProbe(probe) {
      session.probe = probe;
      void session.client?.setProbe(probe);
    },
    editParameters: (edits) => void session.client?.editParameters(edits),
    setLearningRate(learningRate) {
      const { config } = store.getState();
      store.setState({ config: { ...config, optimizer: { ...config.optimizer, learningRate } } });
      void session.client?.setLearningRate(learningRate);
    },
    setClip: (clip) => setClip(session, clip),
    rewind({ clip }) {
      motion.pause();
      spawn(session, withClip(session, clip), session.good?.checkpoint ?? null);
    },
    save: () => saveNow(session),
    checkpoint: async () => (await session.client?.checkpoint()) ?? null,
    read: async (text) => (await session.client?.read(text)) ?? null,
    restore: (bytes) => restore(session, bytes),
    dismissNotice: (code) => store.setState(({ notices }) => ({ notices: withoutNotice(notices, code) })),
    setVisible: (visible) => motion.setVisible(visible),
    dispose() {
      session.closed = true;
      stopWatching();
      session.frames.clear();
      session.client?.dispose();
      session.client = null;
    },
  };
}

function createSession(options: RunOptions): Session {
  const store = createStore<RunState>(() => ({
    phase: 'starting',
    config: options.config,
    preparing: null,
    info: null,
    choice: null,
    frame: null,
    curve: EMPTY_CURVE,
    heldOut: NO_POINTS,
    parametersVersion: 0,
    failure: null,
    goodStep: 0,
    notices: [],
  }));
  const session: Session = {
    options,
    store,
    frames: createFrameThrottle((frame) => show(session, frame), options.time),
    motion: createMotion({
      client: () => session.client,
      onChange: (playing) => {
        if (isAlive(store.getState().phase)) store.setState({ phase: playing ? 'playing' : 'paused' });
      },
    }),
    fingerprint: configFingerprint(options.config),
    probe: options.probe,
    computedOn: options.computedOn ?? null,
    client: null,
    parameters: null,
    good: null,
    generation: 0,
    clips: 0,
    closed: false,
  };
  return session;
}

const isAlive = (phase: RunPhase) => phase === 'playing' || phase === 'paused';

async function begin(session: Session): Promise<void> {
  const { options, fingerprint, generation } = session;
  const saved = options.persistKey ? await options.checkpoints?.load(options.persistKey) : null;
  if (session.closed || session.generation !== generation) return;
  const usable = saved?.fingerprint === fingerprint ? saved : null;
  if (usable) goOn(session, usable);
  else spawn(session, options.config, null);
}

/** From a saved run; what is of no use gives way to a run from the seed, or stays and is told of. */
function goOn(session: Session, saved: SavedRun): void {
  const { config } = session.options;
  const read = inspectCheckpoint(saved.checkpoint);
  if (!read.ok || !isStateOf(read.facts, config)) {
    failed(session, { code: 'bad-checkpoint', detail: read.ok ? 'other-run' : read.fault });
    return;
  }
  session.store.setState({ curve: saved.curve, heldOut: saved.heldOut ?? NO_POINTS });
  if (read.facts.step > 0) addNotice(session, { code: 'restored', step: read.facts.step });
  spawn(session, asSaved(config, read.facts), saved.checkpoint);
}

function dropSaved(session: Session, detail: CheckpointFault): void {
  addNotice(session, { code: 'checkpoint-dropped', detail });
  restart(session, session.store.getState().config);
}

/** The config with what may have changed while the run went. */
function asSaved(config: RunConfig, { config: { optimizer, clip } }: CheckpointFacts): RunConfig {
  return { ...config, optimizer, clip };
}

/** The config with another clipping: what is saved from now on is a state of that. */
function withClip(session: Session, clip: number | null): RunConfig {
  const config = { ...session.store.getState().config, clip };
  session.fingerprint = configFingerprint(config);
  return config;
}

/** The worker goes on from where it is with another clipping, which it learns only when it begins. */
async function setClip(session: Session, clip: number | null): Promise<void> {
  const { client } = session;
  const wish = ++session.clips;
  const checkpoint = await client?.checkpoint();
  const isLatest = wish === session.clips && client === session.client;
  if (checkpoint && isLatest) spawn(session, withClip(session, clip), checkpoint);
}

async function saveNow(session: Session): Promise<void> {
  const { client } = session;
  const checkpoint = await client?.checkpoint();
  if (checkpoint && client === session.client) await keep(session, checkpoint);
}

function restore(session: Session, bytes: Uint8Array): CheckpointFault | null {
  const read = inspectCheckpoint(bytes);
  if (!read.ok) return read.fault;
  const { config } = session.store.getState();
  if (!isStateOf(read.facts, config)) return 'other-run';
  session.motion.pause();
  spawn(session, asSaved(config, read.facts), bytes);
  return null;
}

/** From the seed; nothing of before remains. */
function restart(session: Session, config: RunConfig): void {
  const { persistKey, checkpoints } = session.options;
  if (persistKey) void checkpoints?.remove(persistKey);
  session.good = null;
  session.parameters = null;
  session.computedOn = null;
  const notices = lastingNotices(session.store.getState().notices);
  const empty = { frame: null, info: null, curve: EMPTY_CURVE, heldOut: NO_POINTS };
  session.store.setState({ ...empty, goodStep: 0, notices });
  spawn(session, config, null);
}

function spawn(session: Session, config: RunConfig, checkpoint: Uint8Array | null): void {
  if (session.closed) return;
  const { options, store, motion } = session;
  session.generation++;
  session.client?.dispose();
  session.client = null;
  session.frames.clear();
  store.setState({ phase: 'starting', config, preparing: null, failure: null });
  session.client = (options.createClient ?? createRunClient)({
    config,
    checkpoint,
    probe: session.probe,
    pinned: options.pinned,
    computedOn: session.computedOn,
    onPreparing: (done, total) => store.setState({ preparing: { done, total } }),
    onReady: ({ info, choice, step }) => {
      const { curve, heldOut, notices } = store.getState();
      store.setState({
        preparing: null,
        info,
        choice,
        phase: motion.isPlaying() ? 'playing' : 'paused',
        curve: truncateCurve(curve, step),
        heldOut: truncateHeldOut(heldOut, step),
        notices: info.notices.reduce(withNotice, notices),
      });
    },
    onFrame: (frame) => session.frames.receive(frame),
    onSaved: (_step, bytes) => void keep(session, bytes),
    onFailure: (failure) => failed(session, failure),
    onNotice: (notice) => addNotice(session, notice),
  });
  motion.resume();
}

function failed(session: Session, failure: RunFailure): void {
  if (failure.code === 'bad-checkpoint' && !session.options.keepsUnusable) {
    dropSaved(session, failure.detail);
    return;
  }
  session.motion.stopped();
  const phase = failure.code === 'unavailable' ? 'unavailable' : 'failed';
  session.store.setState({ phase, failure, preparing: null });
}

function show(session: Session, { points, carried, heldOut: measured, ...moment }: ShownFrame): void {
  const { store, motion } = session;
  if (carried) session.parameters = carried.parameters;
  motion.heard(moment.playing);
  const { frame: before, curve, heldOut, notices, parametersVersion, phase } = store.getState();
  const frame = { ...moment, ...numbersOf(carried, before, moment.stats.step) };
  store.setState({
    frame,
    curve: appendCurve(curve, withLatest(points, frame.stats)),
    heldOut: appendHeldOut(heldOut, measured),
    parametersVersion: parametersVersion + (carried ? 1 : 0),
    notices: aboutProbe(notices, frame.probe),
    phase: isAlive(phase) ? (motion.isPlaying() ? 'playing' : 'paused') : phase,
  });
}

function addNotice({ store }: Session, notice: RunNotice): void {
  store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
}

/** Remembers a checkpoint for rewinding, and in the browser. */
async function keep(session: Session, checkpoint: Uint8Array): Promise<void> {
  const { options, store, fingerprint } = session;
  const { info, curve, heldOut } = store.getState();
  const facts = checkpointFacts(checkpoint);
  if (!facts) return;
  const { step, stats } = facts;
  if (stats.loss <= GUESSING * Math.log(info?.classes.length ?? 1)) {
    session.good = { step, checkpoint };
    store.setState({ goodStep: step });
  }
  if (!options.persistKey || !options.checkpoints) return;
  const run = { fingerprint, step, checkpoint, curve, heldOut };
  const saved = await options.checkpoints.save(options.persistKey, run);
  if (!saved.ok && !session.closed) addNotice(session, { code: 'not-saved', cause: saved.cause });
}

/** A hidden page may be gone for good: save what there is. */
function watchPage(session: Session): () => void {
  const { page = globalThis.document ?? null } = session.options;
  const onChange = () => {
    if (page?.visibilityState === 'hidden' && session.options.persistKey) void saveNow(session);
  };
  page?.addEventListener('visibilitychange', onChange);
  return () => page?.removeEventListener('visibilitychange', onChange);
}

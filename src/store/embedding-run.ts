import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  createEmbeddingClient,
  type EmbeddingClient,
  type EmbeddingFacts,
  embeddingFingerprint,
  inspectEmbeddings,
  isStateOfEmbeddings,
} from '../workers/embeddings/client.ts';
import type {
  EmbeddingConfig,
  EmbeddingFailure,
  EmbeddingFrame,
  EmbeddingNotice,
  EmbeddingPoint,
  EmbeddingWatch,
} from '../workers/embeddings/protocol.ts';
import type { CheckpointFault } from '../workers/protocol.ts';
import type { SavedRun } from './checkpoints.ts';
import { appendPoints, asLossCurve, fromLossCurve, pointsUntil } from './embedding-curve.ts';
import type { EmbeddingRun, EmbeddingRunOptions, EmbeddingRunState } from './embedding-state.ts';
import { createMotion, type Motion } from './run-motion.ts';
import { lastingNotices, withNotice, withoutNotice } from './run-notices.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** Bytes up to which a run is kept from visit to visit. */
export const MOST_KEPT_BYTES = 2 ** 25;
/** A loss above this multiple of that of one who knows nothing: nothing to go back to. */
const GUESSING = 1.2;

interface Session {
  readonly options: EmbeddingRunOptions;
  readonly store: StoreApi<EmbeddingRunState>;
  readonly frames: Throttle<EmbeddingFrame>;
  readonly motion: Motion;
  asked: EmbeddingConfig;
  watch: EmbeddingWatch;
  client: EmbeddingClient | null;
  good: { readonly step: number; readonly checkpoint: Uint8Array } | null;
  /** Counts runs: what belongs to an older one is dropped. */
  generation: number;
  closed: boolean;
}

/** What is shown of a moment, with all points of the curve since the last. */
type Shown = EmbeddingFrame;

/** Starts a run: from what was saved under `persistKey` if it is of this config, else from the seed. Paused either way. */
export function createEmbeddingRun(options: EmbeddingRunOptions): EmbeddingRun {
  const session = createSession(options);
  const { store, motion } = session;
  const stopWatching = watchPage(session);
  void begin(session);
  return {
    store,
    asked: () => session.asked,
    play(stepsPerSecond = null, until = null) {
      if (store.getState().phase !== 'done') motion.play(stepsPerSecond, until);
    },
    pause: () => motion.pause(),
    step(count = 1) {
      if (store.getState().phase !== 'done') motion.step(count);
    },
    reset() {
      motion.pause();
      restart(session, session.asked);
    },
    reconfigure(config) {
      session.asked = config;
      motion.revive();
      restart(session, config);
    },
    watch(watch) {
      if (JSON.stringify(watch) === JSON.stringify(session.watch)) return;
      session.watch = watch;
      session.client?.watch(watch);
    },
    learn: (...asked) => session.client?.learn(...asked),
    vectors: async () => (await session.client?.vectors()) ?? null,
    checkpoint: async () => (await session.client?.checkpoint()) ?? null,
    rewind(learningRate) {
      motion.pause();
      const { config } = store.getState();
      spawn(session, { ...config, learningRate }, session.good?.checkpoint ?? null);
    },
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

function createSession(options: EmbeddingRunOptions): Session {
  const store = createStore<EmbeddingRunState>(() => ({
    phase: 'starting',
    config: options.config,
    preparing: null,
    info: null,
    choice: null,
    frame: null,
    curve: [],
    failure: null,
    goodStep: 0,
    notices: [],
  }));
  const session: Session = {
    options,
    store,
    frames: createThrottle<EmbeddingFrame, Shown>({
      take: (frame, before) => (before ? { ...frame, curve: [...before.curve, ...frame.curve] } : frame),
      show: (frame) => show(session, frame),
      time: options.time,
    }),
    motion: createMotion({
      client: () => session.client,
      onChange: (playing) => {
        if (isAlive(store.getState())) store.setState({ phase: playing ? 'playing' : 'paused' });
      },
    }),
    asked: options.config,
    watch: options.watch ?? {},
    client: null,
    good: null,
    generation: 0,
    closed: false,
  };
  return session;
}

const isAlive = ({ phase }: EmbeddingRunState) => phase === 'playing' || phase === 'paused';

async function begin(session: Session): Promise<void> {
  const { options, generation } = session;
  const { config, persistKey, checkpoints } = options;
  const saved = persistKey ? await checkpoints?.load(persistKey) : null;
  if (session.closed || session.generation !== generation) return;
  // Without a saved run the text, which may be megabytes, is not looked at here.
  if (saved && saved.fingerprint === embeddingFingerprint(config)) goOn(session, saved);
  else spawn(session, config, null);
}

/** From a saved run; what is of no use gives way to a run from the seed. */
function goOn(session: Session, saved: SavedRun): void {
  const { config } = session.options;
  const read = inspectEmbeddings(saved.checkpoint);
  const fault = faultOf(read, config);
  if (fault || !read.ok) {
    addNotice(session, { code: 'checkpoint-dropped', detail: fault ?? 'damaged' });
    restart(session, config);
    return;
  }
  const { stats, config: was } = read.value;
  session.store.setState({ curve: fromLossCurve(saved.curve) });
  if (stats.step > 0) addNotice(session, { code: 'restored', step: stats.step });
  spawn(session, { ...config, learningRate: was.learningRate }, saved.checkpoint);
}

function faultOf(
  read: ReturnType<typeof inspectEmbeddings>,
  config: EmbeddingConfig,
): CheckpointFault | null {
  if (!read.ok) return read.fault;
  return isStateOfEmbeddings(read.value, config) ? null : 'other-run';
}

function restore(session: Session, bytes: Uint8Array): CheckpointFault | null {
  const read = inspectEmbeddings(bytes);
  const { config } = session.store.getState();
  const fault = faultOf(read, config);
  if (fault || !read.ok) return fault;
  session.motion.pause();
  spawn(session, { ...config, learningRate: read.value.config.learningRate }, bytes);
  return null;
}

/** From the seed; nothing of before remains. */
function restart(session: Session, config: EmbeddingConfig): void {
  const { persistKey, checkpoints } = session.options;
  if (persistKey) void checkpoints?.remove(persistKey);
  session.good = null;
  const notices = lastingNotices(session.store.getState().notices);
  session.store.setState({ frame: null, info: null, goodStep: 0, curve: [] as EmbeddingPoint[], notices });
  spawn(session, config, null);
}

function spawn(session: Session, config: EmbeddingConfig, checkpoint: Uint8Array | null): void {
  if (session.closed) return;
  const { options, store, motion, watch } = session;
  session.generation++;
  session.client?.dispose();
  session.client = null;
  session.frames.clear();
  store.setState({ phase: 'starting', config, preparing: null, failure: null });
  session.client = (options.createClient ?? createEmbeddingClient)({
    config,
    checkpoint,
    watch,
    pinned: options.pinned,
    onPreparing: (done, total) => store.setState({ preparing: { done, total } }),
    onReady: ({ info, choice, step }) => {
      const { curve, notices } = store.getState();
      store.setState({
        preparing: null,
        info,
        choice,
        phase: motion.isPlaying() ? 'playing' : 'paused',
        curve: pointsUntil(curve, step),
        notices: info.notices.reduce(withNotice<EmbeddingNotice>, notices),
      });
    },
    onFrame: (frame) => session.frames.receive(frame),
    onSaved: (_step, bytes) => void keep(session, bytes),
    onFailure: (failure) => failed(session, failure as EmbeddingFailure),
    onNotice: (notice) => addNotice(session, notice),
  });
  motion.resume();
}

function failed(session: Session, failure: EmbeddingFailure): void {
  if (failure.code === 'bad-checkpoint') {
    addNotice(session, { code: 'checkpoint-dropped', detail: failure.detail });
    restart(session, session.store.getState().config);
    return;
  }
  session.motion.stopped();
  const phase = failure.code === 'unavailable' ? 'unavailable' : 'failed';
  session.store.setState({ phase, failure, preparing: null });
}

function show({ store, motion }: Session, shown: Shown): void {
  const { type: _type, run: _run, command: _command, curve: points, ...frame } = shown;
  motion.heard(frame.playing);
  const state = store.getState();
  const moving = motion.isPlaying() ? 'playing' : 'paused';
  const isLive = isAlive(state) || state.phase === 'done';
  store.setState({
    frame,
    curve: appendPoints(state.curve, points),
    phase: isLive ? (frame.done ? 'done' : moving) : state.phase,
  });
}

function addNotice({ store }: Session, notice: EmbeddingNotice): void {
  store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
}

const isGood = ({ stats }: EmbeddingFacts, guessing: number) => !(stats.loss > GUESSING * guessing);

/** Remembers a checkpoint for going back, and in the browser. */
async function keep(session: Session, checkpoint: Uint8Array): Promise<void> {
  const { options, store } = session;
  const { info, curve, config } = store.getState();
  const read = inspectEmbeddings(checkpoint, false);
  if (!read.ok) return;
  const { step } = read.value.stats;
  if (isGood(read.value, info?.guessing ?? Number.POSITIVE_INFINITY)) {
    session.good = { step, checkpoint };
    store.setState({ goodStep: step });
  }
  if (!options.persistKey || !options.checkpoints) return;
  if (checkpoint.length > MOST_KEPT_BYTES) {
    addNotice(session, { code: 'too-large-to-keep', bytes: checkpoint.length, most: MOST_KEPT_BYTES });
    return;
  }
  const fingerprint = embeddingFingerprint(config);
  const run = { fingerprint, step, checkpoint, curve: asLossCurve(curve) };
  const saved = await options.checkpoints.save(options.persistKey, run);
  if (!saved.ok && !session.closed) addNotice(session, { code: 'not-saved', cause: saved.cause });
}

/** A hidden page may be gone for good: save what there is. */
function watchPage(session: Session): () => void {
  const { page = globalThis.document ?? null } = session.options;
  const onChange = async () => {
    const { client } = session;
    if (page?.visibilityState !== 'hidden' || !session.options.persistKey) return;
    const checkpoint = await client?.checkpoint();
    if (checkpoint && client === session.client) await keep(session, checkpoint);
  };
  page?.addEventListener('visibilitychange', onChange);
  return () => page?.removeEventListener('visibilitychange', onChange);
}

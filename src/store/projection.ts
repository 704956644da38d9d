import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  createProjectionClient,
  joinPoints,
  type ProjectionClient,
  type ProjectionClientOptions,
  withoutPoints,
  writePlaces,
} from '../workers/projection/client.ts';
import type {
  ProjectionAnswer,
  ProjectionAnswers,
  ProjectionChange,
  ProjectionConfig,
  ProjectionFailure,
  ProjectionFrame,
  ProjectionFrameMessage,
  ProjectionNotice,
  ProjectionOpened,
  ProjectionPoints,
} from '../workers/projection/protocol.ts';
import type { Tier } from '../workers/protocol.ts';
import { appendDivergence } from './projection-curve.ts';
import { failureOf } from './projection-failure.ts';
import type { Projection, ProjectionState } from './projection-state.ts';
import { withNotice, withoutNotice } from './run-notices.ts';
import { createThrottle, type Throttle, type Time } from './throttle.ts';

export interface ProjectionOptions {
  readonly pinned?: Tier | null;
  /** One worker for all small maps of the page; absent: a worker of its own. */
  readonly isSmall?: boolean;
  /** Iterations a second at most; null or absent: as fast as it goes. */
  readonly pace?: number | null;
  readonly createClient?: (options: ProjectionClientOptions) => ProjectionClient;
  readonly time?: Time;
}

interface Session {
  readonly options: ProjectionOptions;
  readonly store: StoreApi<ProjectionState>;
  readonly scalars: Throttle<ProjectionFrameMessage>;
  readonly listeners: Set<(frame: ProjectionFrame) => void>;
  config: ProjectionConfig;
  points: ProjectionPoints;
  client: ProjectionClient | null;
  latest: ProjectionFrame | null;
  /** The worker's number of the points that the page knows of. */
  workerRevision: number;
  isWanted: boolean;
  /** Whether it stopped by itself, and would go on if there were more to do. */
  hasRested: boolean;
  isVisible: boolean;
  /** Iterations a second at most. */
  pace: number | null;
  closed: boolean;
}

const IDLE: ProjectionState = {
  phase: 'idle',
  share: 0,
  iteration: 0,
  rate: 0,
  info: null,
  choice: null,
  notices: [],
  failure: null,
  curve: [],
  ids: new Int32Array(0),
  revision: 0,
};

/** A map in a worker of its own, paused. */
export function createProjection(
  config: ProjectionConfig,
  points: ProjectionPoints,
  options: ProjectionOptions = {},
): Projection {
  const session = createSession(config, points, options);
  const { store, listeners } = session;
  spawn(session);
  return {
    store,
    latest: () => session.latest,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play: () => play(session),
    pause() {
      want(session, false);
      session.client?.pause();
    },
    step(iterations) {
      want(session, false);
      session.client?.step(iterations);
    },
    perturb: (amount) => void session.client?.ask({ kind: 'perturb', amount }),
    restart: () => void change(session, { kind: 'restart' }),
    asked: () => session.config,
    change(next) {
      session.config = next;
      void change(session, { kind: 'change', config: next });
    },
    add(fresh) {
      session.points = joinPoints(session.points, fresh);
      void change(session, { kind: 'add', points: fresh });
    },
    drop(ids) {
      session.points = withoutPoints(session.points, ids);
      void change(session, { kind: 'drop', ids });
    },
    async ask(question) {
      const answer = await session.client?.ask(question);
      return (answer ?? null) as ProjectionAnswers[typeof question.kind] | null;
    },
    dismissNotice: (code) => store.setState(({ notices }) => ({ notices: withoutNotice(notices, code) })),
    setPace(pace) {
      if (pace === session.pace) return;
      session.pace = pace;
      if (session.isWanted) drive(session);
    },
    setVisible(visible) {
      if (visible === session.isVisible) return;
      session.isVisible = visible;
      if (session.isWanted) drive(session);
    },
    dispose() {
      session.closed = true;
      listeners.clear();
      session.scalars.clear();
      session.client?.dispose();
      session.client = null;
    },
  };
}

function createSession(
  config: ProjectionConfig,
  points: ProjectionPoints,
  options: ProjectionOptions,
): Session {
  const session: Session = {
    options,
    store: createStore<ProjectionState>(() => IDLE),
    scalars: createThrottle<ProjectionFrameMessage, ProjectionFrameMessage>({
      take: (frame) => frame,
      show: (frame) => show(session, frame),
      time: options.time,
    }),
    listeners: new Set(),
    config,
    points,
    client: null,
    latest: null,
    workerRevision: 0,
    isWanted: false,
    hasRested: false,
    isVisible: true,
    pace: options.pace ?? null,
    closed: false,
  };
  return session;
}

function spawn(session: Session): void {
  if (session.closed) return;
  const { options, store } = session;
  const { pinned = null, isSmall = false } = options;
  store.setState({ phase: 'neighbours', share: 0, failure: null, notices: [] });
  session.client = (options.createClient ?? createProjectionClient)({
    start: () => ({ config: session.config, points: session.points, pinned }),
    places: placesOf(session),
    isSmall,
    onPreparing(done, total) {
      const share = total > 0 ? done / total : 1;
      store.setState({ phase: share < 1 ? 'neighbours' : 'affinities', share });
    },
    onReady: ({ info }) => opened(session, info),
    onFrame: (frame) => hear(session, frame),
    onSaved() {},
    onFailure: (failure) => failed(session, failureOf(failure, session.points.ids.length)),
    onNotice(notice) {
      if (notice.code !== 'tier-changed') return;
      const { step, from, cause } = notice;
      const left = { code: 'tier-left', from: step, to: step, detail: `${from} ${cause}` } as const;
      store.setState(({ notices }) => ({ notices: withNotice(notices, left) }));
    },
  });
  if (session.isWanted) drive(session);
}

/** Where all points are, for the worker that goes on from there. */
function placesOf({ latest, store }: Session): Uint8Array | null {
  const { ids, revision, info } = store.getState();
  if (!latest || !info || latest.revision !== revision) return null;
  const { iteration, positions } = latest;
  return writePlaces({ iteration, dimensions: info.config.method.dimensions, ids, positions });
}

function failed(session: Session, failure: ProjectionFailure): void {
  session.client = null;
  session.scalars.clear();
  session.store.setState({ phase: 'failed', failure, rate: 0 });
}

/** New points or another config are in force: frames are of these from now on. */
function opened(
  session: Session,
  { info, ids, revision, iteration, notices, choice }: ProjectionOpened,
): void {
  const { store } = session;
  session.workerRevision = revision;
  session.scalars.clear();
  const lasting = store.getState().notices.filter(({ code }) => code === 'tier-left');
  store.setState((before) => ({
    info,
    choice,
    ids,
    iteration,
    revision: before.revision + 1,
    notices: notices.reduce<readonly ProjectionNotice[]>(withNotice, lasting),
    failure: null,
    curve: before.curve.filter((point) => point.iteration <= iteration),
    phase: isMoving(session) ? 'running' : 'paused',
  }));
  if (session.isWanted) drive(session);
}

const isMoving = ({ isWanted, isVisible }: Session) => isWanted && isVisible;

/** In the page's drawing turn. */
function hear(session: Session, message: ProjectionFrameMessage): void {
  if (message.revision !== session.workerRevision) return;
  const { iteration, positions, divergence, rate } = message;
  const { store } = session;
  const { revision } = store.getState();
  session.latest = { iteration, positions, divergence, rate, revision };
  if (divergence !== null) {
    store.setState(({ curve }) => ({ curve: appendDivergence(curve, { iteration, divergence }) }));
  }
  for (const listener of [...session.listeners]) listener(session.latest);
  session.scalars.receive(message);
}

function show(session: Session, { iteration, rate, playing, done }: ProjectionFrameMessage): void {
  if (session.isVisible && session.isWanted && !playing) {
    session.isWanted = false;
    session.hasRested = true;
  }
  const moving = isMoving(session);
  const phase = moving ? 'running' : done ? 'done' : 'paused';
  session.store.setState({ iteration, rate: moving ? rate : 0, phase });
}

function want(session: Session, isWanted: boolean): void {
  session.isWanted = isWanted;
  session.hasRested = false;
  const { phase } = session.store.getState();
  if (phase === 'running' || phase === 'paused' || phase === 'done') {
    session.store.setState({ phase: isMoving(session) ? 'running' : 'paused' });
  }
}

function play(session: Session): void {
  want(session, true);
  drive(session);
}

/** Tells the worker what is wanted of it. */
function drive(session: Session): void {
  const { client, store, config, latest } = session;
  if (!isMoving(session)) {
    client?.pause();
    return;
  }
  const until = Math.max(1, config.until);
  const at = Math.max(
    store.getState().iteration,
    latest?.revision === store.getState().revision ? latest.iteration : 0,
  );
  client?.play(session.pace, (Math.floor(at / until) + 1) * until);
}

async function change(session: Session, query: ProjectionChange): Promise<void> {
  if (session.hasRested) {
    session.isWanted = true;
    session.hasRested = false;
  }
  if (!session.client) {
    spawn(session);
    return;
  }
  const answer: ProjectionAnswer = await session.client.ask(query);
  if (answer && 'opened' in answer && !session.closed) opened(session, answer.opened);
}

import { CorpusError, loadCorpus } from '../../store/corpora.ts';
import { createRunStore } from '../../store/run.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import type { RunFailure, RunNotice } from '../../workers/protocol.ts';
import { isSameModel, type ModelSettings, modelConfig } from './model-settings.ts';
import type { Network } from './reading.ts';

export interface SharedState {
  /** Null until a figure has asked for a model. */
  readonly settings: ModelSettings | null;
  /** The newest numbers; null until there are any. */
  readonly network: Network | null;
  /** Whether the network is still on its way to the asked step. */
  readonly busy: boolean;
  readonly failure: RunFailure | null;
  readonly notices: readonly RunNotice[];
  /** Why the training text could not be fetched. */
  readonly missing: { readonly corpus: string; readonly detail: string } | null;
}

/** One network for all figures of a page: trained in one worker, by the reference tier, for as long as any figure is there. */
export interface SharedModel {
  get(): SharedState;
  subscribe(listener: () => void): () => void;
  ask(settings: ModelSettings): void;
  retry(): void;
}

const EMPTY: SharedState = {
  settings: null,
  network: null,
  busy: true,
  failure: null,
  notices: [],
  missing: null,
};

const detailOf = (error: unknown): string =>
  error instanceof CorpusError
    ? `HTTP ${error.status}`
    : error instanceof Error
      ? error.message
      : String(error);

function networkOf(run: Run, { info, config, frame }: RunState): Network | null {
  const parameters = run.parameters();
  if (!info || !frame || !parameters || parameters.length !== info.parameterCount) return null;
  const { cell: spec, hidden, layers } = config;
  return {
    shape: { spec, vocabulary: info.vocabulary.length, hidden, layers },
    parameters,
    vocabulary: info.vocabulary,
    trained: frame.stats.step,
    trainingLoss: frame.stats.loss,
  };
}

/** What a run has to do next to stand at the asked step. */
function steer(run: Run, { phase, frame }: RunState, trained: number): void {
  if (!frame || (phase !== 'paused' && phase !== 'playing')) return;
  if (frame.stats.step > trained) run.reset();
  else if (phase === 'paused' && frame.stats.step < trained) run.play(null, trained);
}

export interface SharedModelOptions {
  readonly createRun?: typeof createRunStore;
  readonly load?: typeof loadCorpus;
}

/** What the page sees of a run, and how it is told. */
interface Session {
  state: SharedState;
  run: Run | null;
  /** Text and sizes of the run, to tell when another one is wanted. */
  running: string;
  version: number;
  stop: () => void;
  readonly listeners: Set<() => void>;
  readonly createRun: typeof createRunStore;
  readonly load: typeof loadCorpus;
}

function set(session: Session, part: Partial<SharedState>): void {
  session.state = { ...session.state, ...part };
  for (const listener of session.listeners) listener();
}

function end(session: Session): void {
  session.stop();
  session.run?.dispose();
  Object.assign(session, { run: null, running: '', version: -1, stop: () => {} });
}

/** Takes over what the run has reached, and sends it on where it is not yet at the asked step. */
function follow(session: Session): void {
  const { run, state } = session;
  if (!run || !state.settings) return;
  const now = run.store.getState();
  steer(run, now, state.settings.trained);
  const found = now.parametersVersion === session.version ? null : networkOf(run, now);
  if (found) session.version = now.parametersVersion;
  const network = found ?? state.network;
  const busy = now.failure === null && network?.trained !== state.settings.trained;
  const { failure, notices } = now;
  if (found || busy !== state.busy || failure !== state.failure || notices !== state.notices) {
    set(session, { network, busy, failure, notices });
  }
}

function start(session: Session, settings: ModelSettings, text: string): void {
  const config = modelConfig(settings, text);
  const wanted = JSON.stringify(config);
  if (session.run && wanted === session.running) {
    follow(session);
    return;
  }
  end(session);
  set(session, { busy: true, failure: null, missing: null });
  // The reference tier: so small a network gains nothing elsewhere, and a link shows the same digits on every machine.
  const run = session.createRun({ config, probe: null, pinned: 'js' });
  Object.assign(session, { run, running: wanted, stop: run.store.subscribe(() => follow(session)) });
  follow(session);
}

function begin(session: Session, settings: ModelSettings): void {
  const { corpus, ownText } = settings;
  const isWanted = () => session.state.settings === settings && session.listeners.size > 0;
  if (corpus === 'own') {
    start(session, settings, ownText);
    return;
  }
  session.load(corpus).then(
    (text) => isWanted() && start(session, settings, text),
    (error: unknown) =>
      isWanted() && set(session, { missing: { corpus, detail: detailOf(error) }, busy: false }),
  );
}

export function createSharedModel(options: SharedModelOptions = {}): SharedModel {
  const { createRun = createRunStore, load = loadCorpus } = options;
  const listeners = new Set<() => void>();
  const idle = { run: null, running: '', version: -1, stop: () => {} };
  const session: Session = { ...idle, state: EMPTY, listeners, createRun, load };
  return {
    get: () => session.state,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1 && session.state.settings) begin(session, session.state.settings);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        end(session);
        session.state = EMPTY;
      };
    },
    ask(settings) {
      const before = session.state.settings;
      if (before && isSameModel(before, settings)) return;
      set(session, { settings, busy: true });
      if (listeners.size > 0) begin(session, settings);
    },
    retry() {
      const { settings } = session.state;
      if (!settings) return;
      set(session, { missing: null, busy: true });
      begin(session, settings);
    },
  };
}

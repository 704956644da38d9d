import type { TokenNetwork } from '../../models/network/token-network.ts';
import { createRunStore } from '../../store/run.ts';
import type { Run } from '../../store/run-state.ts';
import {
  isSame,
  TAGGERS,
  type TaggerName,
  type TaggerSettings,
  taggerConfig,
  taggerNetwork,
} from './tagger-settings.ts';

/** One tagger as far as it has come. */
export interface Tagger {
  readonly network: TokenNetwork;
  /** Never changed afterwards. */
  readonly flat: Float64Array;
  /** Optimiser steps done. */
  readonly step: number;
}
export type Taggers = Readonly<Record<TaggerName, Tagger>>;

export interface TaggersState {
  /** Null until a figure has asked. */
  readonly settings: TaggerSettings | null;
  /** Null until all three have numbers. */
  readonly taggers: Taggers | null;
  /** In the order of `TAGGERS`; null until a figure is seen. */
  readonly runs: readonly Run[] | null;
  /** Whether they are to train, as far as the reader said. */
  readonly isWanted: boolean;
}

/** Three runs for all figures of a page, from when a figure is first seen until the last one is gone. */
export interface SharedTaggers {
  get(): TaggersState;
  subscribe(listener: () => void): () => void;
  ask(settings: TaggerSettings): void;
  /** Whether a figure is on screen: the runs rest while none is. */
  see(figure: object, isSeen: boolean): void;
  play(): void;
  pause(): void;
  /** From the seed again, playing. */
  restart(): void;
}

export interface SharedTaggersOptions {
  readonly createRun?: typeof createRunStore;
  /** Training steps a second, slow enough to watch; null: as fast as the machine goes. */
  readonly pace?: () => number | null;
}

interface Session {
  state: TaggersState;
  stops: readonly (() => void)[];
  versions: readonly number[];
  readonly seen: Set<object>;
  readonly listeners: Set<() => void>;
  readonly createRun: typeof createRunStore;
  readonly pace: () => number | null;
}

const EMPTY: TaggersState = { settings: null, taggers: null, runs: null, isWanted: true };

function set(session: Session, part: Partial<TaggersState>): void {
  session.state = { ...session.state, ...part };
  for (const listener of [...session.listeners]) listener();
}

function taggerOf(run: Run, settings: TaggerSettings, name: TaggerName): Tagger | null {
  const { info, frame } = run.store.getState();
  const flat = run.parameters();
  if (!info || !frame || !flat || flat.length !== info.parameterCount) return null;
  return { network: taggerNetwork(settings, name), flat, step: frame.stats.step };
}

/** Takes over what the runs have reached. */
function follow(session: Session): void {
  const { runs, settings } = session.state;
  if (!runs || !settings) return;
  const versions = runs.map((run) => run.store.getState().parametersVersion);
  if (versions.every((version, i) => version === session.versions[i])) return;
  session.versions = versions;
  const found = TAGGERS.map((name, i) => (runs[i] ? taggerOf(runs[i], settings, name) : null));
  const [forward, concat, sum] = found;
  // Between two networks the old one stays on show.
  if (forward && concat && sum) set(session, { taggers: { forward, concat, sum } });
}

function stepOf(run: Run): number {
  return run.store.getState().frame?.stats.step ?? 0;
}

function playAll({ state, pace }: Session): void {
  const { runs, settings } = state;
  for (const run of runs ?? []) {
    if (settings && stepOf(run) < settings.trained) run.play(pace(), settings.trained);
  }
}

/** Goes on to the asked step; back to the seed first where it has come further. */
function steer(session: Session): void {
  const { runs, settings, isWanted } = session.state;
  for (const run of runs ?? []) if (settings && stepOf(run) > settings.trained) run.reset();
  if (isWanted) playAll(session);
}

function begin(session: Session): void {
  const { settings, runs } = session.state;
  if (runs || !settings || session.seen.size === 0) return;
  // The reference tier: so small a network gains nothing elsewhere, and a link shows the same digits on every machine.
  const made = TAGGERS.map((name) =>
    session.createRun({ config: taggerConfig(settings, name), probe: null, pinned: 'js' }),
  );
  session.stops = made.map((run) => run.store.subscribe(() => follow(session)));
  set(session, { runs: made });
  steer(session);
}

function end(session: Session): void {
  for (const stop of session.stops) stop();
  for (const run of session.state.runs ?? []) run.dispose();
  session.seen.clear();
  Object.assign(session, { state: EMPTY, stops: [], versions: [] });
}

/** Other networks, or another goal for the same. */
function change(session: Session, before: TaggerSettings | null, settings: TaggerSettings): void {
  const { runs } = session.state;
  const isOther =
    before?.cell !== settings.cell || before.hidden !== settings.hidden || before.seed !== settings.seed;
  if (runs && isOther) {
    session.versions = [];
    for (const [i, name] of TAGGERS.entries()) runs[i]?.reconfigure(taggerConfig(settings, name));
  }
  if (runs && (isOther || before?.trained !== settings.trained)) steer(session);
  else begin(session);
}

export function createSharedTaggers(options: SharedTaggersOptions = {}): SharedTaggers {
  const { createRun = createRunStore, pace = () => null } = options;
  const session: Session = {
    state: EMPTY,
    stops: [],
    versions: [],
    seen: new Set(),
    listeners: new Set(),
    createRun,
    pace,
  };
  return {
    get: () => session.state,
    subscribe(listener) {
      session.listeners.add(listener);
      return () => {
        session.listeners.delete(listener);
        if (session.listeners.size === 0) end(session);
      };
    },
    ask(settings) {
      const before = session.state.settings;
      if (before && isSame(before, settings)) return;
      set(session, { settings });
      change(session, before, settings);
    },
    see(figure, isSeen) {
      if (isSeen) session.seen.add(figure);
      else session.seen.delete(figure);
      begin(session);
      for (const run of session.state.runs ?? []) run.setVisible(session.seen.size > 0);
    },
    play() {
      set(session, { isWanted: true });
      playAll(session);
    },
    pause() {
      set(session, { isWanted: false });
      for (const run of session.state.runs ?? []) run.pause();
    },
    restart() {
      set(session, { isWanted: true });
      for (const run of session.state.runs ?? []) run.reset();
      playAll(session);
    },
  };
}

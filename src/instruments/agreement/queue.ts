import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ParameterEdit } from '../../models/gradient-flow/uniform-recurrent.ts';
import type { Run } from '../../store/run-state.ts';
import type { RunConfig, RunFailure } from '../../workers/protocol.ts';

/** A net to be trained. Jobs of the same id are the same job. */
export interface Job {
  readonly id: string;
  readonly config: RunConfig;
  /** Made before the first step. */
  readonly edits: readonly ParameterEdit[];
}

/** How a job stands. */
export interface JobState {
  readonly phase: 'waiting' | 'running' | 'done' | 'failed';
  readonly step: number;
  /** Share of right answers in each training batch so far. */
  readonly accuracy: Float64Array;
  readonly steps: Float64Array;
  /** The newest; null before the first. Never changed afterwards. */
  readonly parameters: Float64Array | null;
  readonly failure: RunFailure | null;
}

export type JobStates = Readonly<Record<string, JobState>>;

export const WAITING: JobState = {
  phase: 'waiting',
  step: 0,
  accuracy: new Float64Array(),
  steps: new Float64Array(),
  parameters: null,
  failure: null,
};

export interface QueueOptions {
  readonly createRun: (config: RunConfig) => Run;
  /** Runs, and so workers, at the same time. */
  readonly atOnce: number;
  /** Step at which a job is done. */
  readonly until: number;
  /** Null: as fast as the machine goes. */
  readonly stepsPerSecond: number | null;
}

export interface Queue {
  readonly store: StoreApi<JobStates>;
  /** What is to be trained, in this order. What is done is kept; what is running and no longer wanted is ended. */
  setJobs(jobs: readonly Job[]): void;
  play(): void;
  pause(): void;
  setVisible(visible: boolean): void;
  /** Forgets everything, and begins again if it is playing. */
  clear(): void;
  dispose(): void;
}

/** A run at work on a job. */
interface Active {
  readonly run: Run;
  readonly job: Job;
  /** Whether its edits are made and it was told to train. */
  begun: boolean;
  readonly unsubscribe: () => void;
}

interface Session {
  readonly options: QueueOptions;
  readonly store: StoreApi<JobStates>;
  readonly active: Map<string, Active>;
  jobs: readonly Job[];
  wanted: boolean;
  visible: boolean;
}

/** Trains jobs one after the other, a few at a time, each in a worker of its own that ends with it. */
export function createQueue(options: QueueOptions): Queue {
  const store = createStore<JobStates>(() => ({}));
  const session: Session = { options, store, active: new Map(), jobs: [], wanted: false, visible: true };
  const { active } = session;
  return {
    store,
    setJobs(jobs) {
      session.jobs = jobs;
      for (const id of [...active.keys()].filter((each) => !jobs.some((job) => job.id === each))) {
        end(session, id);
        store.setState({ [id]: WAITING });
      }
      pump(session);
    },
    play() {
      session.wanted = true;
      for (const one of active.values()) goOn(session, one);
      pump(session);
    },
    pause() {
      session.wanted = false;
      for (const { run } of active.values()) run.pause();
    },
    setVisible(visible) {
      session.visible = visible;
      for (const { run } of active.values()) run.setVisible(visible);
      pump(session);
    },
    clear() {
      endAll(session);
      store.setState({}, true);
      pump(session);
    },
    dispose() {
      session.wanted = false;
      endAll(session);
    },
  };
}

/** Begins what is wanted and not over, as long as there is room. */
function pump(session: Session): void {
  const { options, store, active } = session;
  for (const job of session.jobs) {
    if (!session.wanted || !session.visible || active.size >= options.atOnce) return;
    const isOver = ['done', 'failed'].includes(store.getState()[job.id]?.phase ?? 'waiting');
    if (!active.has(job.id) && !isOver) start(session, job);
  }
}

function start(session: Session, job: Job): void {
  const run = session.options.createRun(job.config);
  const one: Active = { run, job, begun: false, unsubscribe: run.store.subscribe(() => hear(session, one)) };
  session.active.set(job.id, one);
  session.store.setState({ [job.id]: { ...WAITING, phase: 'running' } });
  begin(session, one);
}

function hear(session: Session, one: Active): void {
  const state = stateOf(one.run, session.options.until);
  session.store.setState({ [one.job.id]: state });
  if (state.phase === 'running') {
    begin(session, one);
    return;
  }
  end(session, one.job.id);
  pump(session);
}

/** The first steps wait until the run can take the edits. */
function begin(session: Session, one: Active): void {
  const { phase, info } = one.run.store.getState();
  if (one.begun || !session.wanted || info === null || phase !== 'paused') return;
  one.begun = true;
  if (one.job.edits.length > 0) one.run.editParameters(one.job.edits);
  goOn(session, one);
}

function goOn(session: Session, one: Active): void {
  const { stepsPerSecond, until } = session.options;
  if (one.begun) one.run.play(stepsPerSecond, until);
  else begin(session, one);
}

function end({ active }: Session, id: string): void {
  const ending = active.get(id);
  active.delete(id);
  ending?.unsubscribe();
  ending?.run.dispose();
}

function endAll(session: Session): void {
  for (const id of [...session.active.keys()]) end(session, id);
}

function stateOf(run: Run, until: number): JobState {
  const { frame, curve, failure } = run.store.getState();
  const step = frame?.stats.step ?? 0;
  const phase = failure ? 'failed' : step >= until ? 'done' : 'running';
  return {
    phase,
    step,
    accuracy: curve.accuracy.slice(0, curve.length),
    steps: curve.steps.slice(0, curve.length),
    parameters: run.parameters(),
    failure,
  };
}

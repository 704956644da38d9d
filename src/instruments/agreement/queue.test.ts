import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { EMPTY_CURVE } from '../../store/run-curve.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import type { RunConfig } from '../../workers/protocol.ts';
import { configOf } from './nets.ts';
import { createQueue, type Job } from './queue.ts';

/** A run that does what the test tells it to, and writes down what it is asked. */
interface FakeRun {
  readonly run: Run;
  readonly heard: string[];
  ready(): void;
  at(step: number): void;
  fail(): void;
}

function fakeRun(config: RunConfig): FakeRun {
  const heard: string[] = [];
  const store = createStore<RunState>(() => ({
    phase: 'starting',
    config,
    info: null,
    choice: null,
    frame: null,
    curve: EMPTY_CURVE,
    heldOut: [],
    parametersVersion: 0,
    failure: null,
    preparing: null,
    goodStep: 0,
    notices: [],
  }));
  const say = (word: string) => void heard.push(word);
  const info = {
    vocabulary: [],
    classes: [],
    parameterCount: 1,
    tokens: 0,
    counts: [],
    heldOut: 0,
    batch: 1,
    steps: 1,
    notices: [],
  };
  const run = {
    store,
    parameters: () => Float64Array.of(store.getState().frame?.stats.step ?? -1),
    play: (_pace: number | null, until: number | null) => say(`play ${until}`),
    pause: () => say('pause'),
    setVisible: (visible: boolean) => say(visible ? 'show' : 'hide'),
    editParameters: (edits: readonly unknown[]) => say(`edit ${edits.length}`),
    dispose: () => say('dispose'),
  } as unknown as Run;
  return {
    run,
    heard,
    ready: () => store.setState({ phase: 'paused', info }),
    at: (step) =>
      store.setState({
        frame: {
          stats: { step, loss: 1, gradientNorm: 1, accuracy: 1 },
          stepsPerSecond: 1,
          playing: true,
          probe: null,
          parametersStep: step,
        },
      }),
    fail: () => store.setState({ failure: { code: 'crashed', step: 3, detail: 'gone' } }),
  };
}

const job = (id: string, edits = 0): Job => ({
  id,
  config: configOf({ cell: 'rnn', distance: 5, start: 'orthogonal', seed: 1 }),
  edits: Array.from({ length: edits }, (_, index) => ({ index, value: 0 })),
});

describe('createQueue', () => {
  let made: FakeRun[] = [];
  const open = (jobs: readonly Job[], atOnce = 2) => {
    const createRun = (config: RunConfig) => {
      const one = fakeRun(config);
      made.push(one);
      return one.run;
    };
    const queue = createQueue({ createRun, atOnce, until: 300, stepsPerSecond: null });
    queue.setJobs(jobs);
    return queue;
  };
  const at = (i: number): FakeRun => made[i] ?? expect.fail(`no run ${i}`);
  beforeEach(() => {
    made = [];
  });

  it('begins with nothing until it is told to play, then with as many as it may', () => {
    const queue = open([job('a'), job('b'), job('c')]);
    expect(made).toHaveLength(0);
    queue.play();
    expect(made).toHaveLength(2);
    expect(queue.store.getState().a?.phase).toBe('running');
    expect(queue.store.getState().c).toBeUndefined();
  });

  it('makes the edits before the first step, once, when the run is ready', () => {
    open([job('a', 4)]).play();
    expect(at(0).heard).toEqual([]);
    at(0).ready();
    at(0).at(0);
    at(0).at(10);
    expect(at(0).heard).toEqual(['edit 4', 'play 300']);
  });

  it('ends a run that is done, keeps what it found, and takes the next', () => {
    const queue = open([job('a'), job('b'), job('c')]);
    queue.play();
    at(0).ready();
    at(0).at(300);
    expect(at(0).heard.at(-1)).toBe('dispose');
    expect(queue.store.getState().a).toMatchObject({ phase: 'done', step: 300 });
    expect(queue.store.getState().a?.parameters).toEqual(Float64Array.of(300));
    expect(made).toHaveLength(3);
    expect(queue.store.getState().c?.phase).toBe('running');
  });

  it('goes on past a run that failed', () => {
    const queue = open([job('a'), job('b')], 1);
    queue.play();
    at(0).fail();
    expect(queue.store.getState().a).toMatchObject({ phase: 'failed', failure: { detail: 'gone' } });
    expect(made).toHaveLength(2);
  });

  it('pauses what runs, also what was not ready yet, and goes on', () => {
    const queue = open([job('a'), job('b')]);
    queue.play();
    at(0).ready();
    queue.pause();
    at(1).ready();
    expect(at(0).heard).toEqual(['play 300', 'pause']);
    expect(at(1).heard).toEqual(['pause']);
    queue.play();
    expect(at(0).heard.at(-1)).toBe('play 300');
    expect(at(1).heard.at(-1)).toBe('play 300');
  });

  it('starts nothing while it is off screen', () => {
    const queue = open([job('a')]);
    queue.setVisible(false);
    queue.play();
    expect(made).toHaveLength(0);
    queue.setVisible(true);
    expect(made).toHaveLength(1);
  });

  it('keeps what is done when other jobs are wanted, and ends what is no longer wanted', () => {
    const queue = open([job('a'), job('b')]);
    queue.play();
    at(0).at(300);
    queue.setJobs([job('a'), job('d')]);
    expect(at(1).heard.at(-1)).toBe('dispose');
    expect(queue.store.getState().a?.phase).toBe('done');
    expect(queue.store.getState().d?.phase).toBe('running');
    expect(made).toHaveLength(3);
    queue.clear();
    expect(queue.store.getState().a?.phase).toBe('running');
  });

  it('ends everything when it is closed', () => {
    const queue = open([job('a'), job('b')]);
    queue.play();
    queue.dispose();
    expect(made.map(({ heard }) => heard.at(-1))).toEqual(['dispose', 'dispose']);
  });
});

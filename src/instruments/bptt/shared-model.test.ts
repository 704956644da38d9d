import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Run, RunOptions, RunState } from '../../store/run-state.ts';
import { fallbackState } from '../../url/fragment.ts';
import { MODEL_TABLE, modelConfig } from './model-settings.ts';
import { createSharedModel } from './shared-model.ts';

const DEFAULTS = fallbackState(MODEL_TABLE);
const OWN = { ...DEFAULTS, corpus: 'own', ownText: 'the white whale' } as const;

/** A run that does what it is told when the test says so. */
function createFakeRun({ config }: RunOptions) {
  const parameters = new Float64Array(5);
  const store = createStore<RunState>(
    () =>
      ({
        phase: 'starting',
        config,
        info: null,
        frame: null,
        parametersVersion: 0,
        failure: null,
        notices: [],
      }) as unknown as RunState,
  );
  const reach = (step: number) =>
    store.setState({
      phase: 'paused',
      info: { vocabulary: ['⟨UNK⟩', 'a'], parameterCount: 5 },
      frame: { stats: { step, loss: 1 } },
      parametersVersion: store.getState().parametersVersion + 1,
    } as unknown as RunState);
  const play = vi.fn();
  const reset = vi.fn(() => reach(0));
  const dispose = vi.fn();
  const run = { store, play, reset, dispose, parameters: () => parameters } as unknown as Run;
  return { run, reach, play, reset, dispose, store };
}

function setUp(load: (corpus: string) => Promise<string> = async () => 'a long text') {
  const runs: ReturnType<typeof createFakeRun>[] = [];
  const options: RunOptions[] = [];
  const createRun = (asked: RunOptions) => {
    const fake = createFakeRun(asked);
    options.push(asked);
    runs.push(fake);
    return fake.run;
  };
  return { model: createSharedModel({ createRun, load }), runs, options };
}

describe('createSharedModel', () => {
  it('starts one run for all who listen, on the reference tier, and trains it to the asked step', () => {
    const { model, runs, options } = setUp();
    model.subscribe(() => {});
    model.subscribe(() => {});
    model.ask(OWN);
    model.ask({ ...OWN });
    expect(runs).toHaveLength(1);
    expect(options[0]).toEqual({ config: modelConfig(OWN, OWN.ownText), probe: null, pinned: 'js' });
    runs[0]?.reach(0);
    expect(runs[0]?.play).toHaveBeenCalledWith(null, OWN.trained);
    expect(model.get()).toMatchObject({ busy: true, network: { trained: 0 } });
    runs[0]?.reach(OWN.trained);
    expect(model.get()).toMatchObject({ busy: false, network: { trained: OWN.trained } });
  });

  it('trains on for more, begins anew for less, and for another sentence does nothing', () => {
    const { model, runs } = setUp();
    model.subscribe(() => {});
    model.ask(OWN);
    runs[0]?.reach(OWN.trained);
    model.ask({ ...OWN, sentence: 'ahab' });
    expect(model.get().busy).toBe(false);
    model.ask({ ...OWN, trained: 1000 });
    expect(runs[0]?.play).toHaveBeenLastCalledWith(null, 1000);
    expect(model.get().busy).toBe(true);
    model.ask({ ...OWN, trained: 30 });
    expect(runs[0]?.reset).toHaveBeenCalledTimes(1);
    expect(runs[0]?.play).toHaveBeenLastCalledWith(null, 30);
    expect(runs).toHaveLength(1);
  });

  it('another size is another run; the old one is ended', () => {
    const { model, runs } = setUp();
    model.subscribe(() => {});
    model.ask(OWN);
    model.ask({ ...OWN, hidden: 3 });
    expect(runs).toHaveLength(2);
    expect(runs[0]?.dispose).toHaveBeenCalled();
  });

  it('ends with its last listener, and begins again with the next question', () => {
    const { model, runs } = setUp();
    const stop = model.subscribe(() => {});
    model.ask(OWN);
    stop();
    expect(runs[0]?.dispose).toHaveBeenCalled();
    expect(model.get()).toMatchObject({ settings: null, network: null });
    model.subscribe(() => {});
    model.ask(OWN);
    expect(runs).toHaveLength(2);
  });

  it('says that a text cannot be fetched, and tries again', async () => {
    let broken = true;
    const { model, runs } = setUp(async () => {
      if (broken) throw new Error('offline');
      return 'a long text';
    });
    model.subscribe(() => {});
    model.ask(DEFAULTS);
    await vi.waitFor(() => expect(model.get().missing).toEqual({ corpus: 'moby-dick', detail: 'offline' }));
    broken = false;
    model.retry();
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    expect(model.get().missing).toBeNull();
  });

  it('passes on why a run failed, and is not busy any more', () => {
    const { model, runs } = setUp();
    model.subscribe(() => {});
    model.ask(OWN);
    const failure = { code: 'text-too-short', found: 1, needed: 2 } as const;
    runs[0]?.store.setState({ phase: 'failed', failure });
    expect(model.get()).toMatchObject({ failure, busy: false });
  });
});

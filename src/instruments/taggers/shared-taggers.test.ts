import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { networkLayout } from '../../models/network/token-network.ts';
import type { Run, RunOptions, RunState } from '../../store/run-state.ts';
import { fallbackState } from '../../url/fragment.ts';
import { createSharedTaggers } from './shared-taggers.ts';
import { TAGGER_TABLE, TAGGERS, taggerConfig, taggerNetwork } from './tagger-settings.ts';

const DEFAULTS = fallbackState(TAGGER_TABLE);

/** A run that comes as far as the test says. */
function createFakeRun({ config }: RunOptions) {
  const store = createStore<RunState>(
    () =>
      ({ phase: 'starting', config, info: null, frame: null, parametersVersion: 0 }) as unknown as RunState,
  );
  let parameters: Float64Array | null = null;
  const reach = (step: number) => {
    const { directions, hidden } = store.getState().config;
    const { length } = networkLayout(taggerNetwork({ cell: DEFAULTS.cell, hidden }, directions));
    parameters = new Float64Array(length).fill(step);
    store.setState({
      info: { parameterCount: length },
      frame: { stats: { step } },
      parametersVersion: store.getState().parametersVersion + 1,
    } as unknown as RunState);
  };
  const calls = { play: vi.fn(), pause: vi.fn(), reset: vi.fn(), setVisible: vi.fn(), dispose: vi.fn() };
  const reconfigure = vi.fn((changed: RunOptions['config']) => {
    parameters = null;
    store.setState({ config: changed, info: null, frame: null });
  });
  const run = { store, parameters: () => parameters, reconfigure, ...calls } as unknown as Run;
  return { run, reach, reconfigure, ...calls };
}

function setUp() {
  const runs: ReturnType<typeof createFakeRun>[] = [];
  const options: RunOptions[] = [];
  const shared = createSharedTaggers({
    pace: () => 25,
    createRun: (asked) => {
      const fake = createFakeRun(asked);
      options.push(asked);
      runs.push(fake);
      return fake.run;
    },
  });
  const stop = shared.subscribe(() => {});
  const [one, other] = [{}, {}];
  shared.ask(DEFAULTS);
  return { shared, runs, options, stop, one, other };
}

describe('createSharedTaggers', () => {
  it('begins when a figure is seen: three runs for all, on the reference tier, up to the asked step', () => {
    const { shared, runs, options, one, other } = setUp();
    expect(runs).toHaveLength(0);
    shared.see(one, true);
    shared.see(other, true);
    expect(options).toEqual(
      TAGGERS.map((name) => ({ config: taggerConfig(DEFAULTS, name), probe: null, pinned: 'js' })),
    );
    for (const { play } of runs) expect(play.mock.calls).toEqual([[25, DEFAULTS.trained]]);
  });

  it('shows all three or none', () => {
    const { shared, runs, one } = setUp();
    shared.see(one, true);
    runs[0]?.reach(1);
    runs[1]?.reach(1);
    expect(shared.get().taggers).toBeNull();
    runs[2]?.reach(2);
    expect(shared.get().taggers).toMatchObject({ forward: { step: 1 }, sum: { step: 2 } });
    expect(shared.get().taggers?.concat.network.directions).toBe('concat');
  });

  it('goes on to a later step, and begins anew for an earlier one', () => {
    const { shared, runs, one } = setUp();
    shared.see(one, true);
    for (const { reach } of runs) reach(DEFAULTS.trained);
    shared.ask({ ...DEFAULTS, trained: 150 });
    for (const { play, reset } of runs) {
      expect(play).toHaveBeenLastCalledWith(25, 150);
      expect(reset).not.toHaveBeenCalled();
    }
    shared.ask({ ...DEFAULTS, trained: 20 });
    for (const { reset } of runs) expect(reset).toHaveBeenCalledOnce();
  });

  it('keeps the old networks on show until the new ones are there; other sentences change no network', () => {
    const { shared, runs, one } = setUp();
    shared.see(one, true);
    for (const { reach } of runs) reach(5);
    const before = shared.get().taggers;
    shared.ask({ ...DEFAULTS, first: 'he said' });
    for (const { reconfigure } of runs) expect(reconfigure).not.toHaveBeenCalled();
    shared.ask({ ...DEFAULTS, hidden: 3 });
    expect(shared.get().taggers).toBe(before);
    for (const { reach } of runs) reach(0);
    expect(shared.get().taggers?.forward.network.hidden).toBe(3);
  });

  it('does not train what the reader has paused', () => {
    const { shared, runs, one } = setUp();
    shared.see(one, true);
    shared.pause();
    const plays = runs[0]?.play.mock.calls.length;
    shared.ask({ ...DEFAULTS, trained: 200 });
    expect(runs[0]?.play.mock.calls.length).toBe(plays);
    shared.play();
    expect(runs[0]?.play).toHaveBeenLastCalledWith(25, 200);
  });

  it('rests while no figure is on screen, and is over when none is left', () => {
    const { shared, runs, one, other, stop } = setUp();
    shared.see(one, true);
    shared.see(other, true);
    shared.see(one, false);
    expect(runs[0]?.setVisible).toHaveBeenLastCalledWith(true);
    shared.see(other, false);
    expect(runs[0]?.setVisible).toHaveBeenLastCalledWith(false);
    stop();
    for (const { dispose } of runs) expect(dispose).toHaveBeenCalledOnce();
    expect(shared.get()).toMatchObject({ settings: null, runs: null });
  });
});

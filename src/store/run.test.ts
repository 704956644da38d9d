import { beforeEach, describe, expect, it } from 'vitest';
import { frameAt, READY, READY_JS } from '../workers/client.testkit.ts';
import { type Checkpoint, configFingerprint } from '../workers/client.ts';
import { TEXT_CONFIG } from '../workers/config.testkit.ts';
import type { RunConfig, ToWorker } from '../workers/protocol.ts';
import { checkpointBytes } from '../workers/run.testkit.ts';
import {
  createFakeCheckpoints,
  createFakeClients,
  createFakePage,
  createFakeTime,
  type FakeClients,
  type FakeTime,
} from './run.testkit.ts';
import { createRunStore, type Run } from './run.ts';
import { EMPTY_CURVE } from './run-curve.ts';
import type { RunOptions } from './run-state.ts';

let clients: FakeClients;
let time: FakeTime;
let run: Run;

async function start(changes: Partial<RunOptions> = {}) {
  clients = createFakeClients();
  time = createFakeTime();
  run = createRunStore({
    config: TEXT_CONFIG,
    probe: null,
    pinned: null,
    createClient: clients.create,
    time,
    page: null,
    ...changes,
  });
  await settle();
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
const state = () => run.store.getState();
const heard = <T extends ToWorker['type']>(type: T) =>
  clients
    .worker()
    .heard.filter((message): message is Extract<ToWorker, { type: T }> => message.type === type);
const playing = () => ({ playing: true, command: heard('play').at(-1)?.command ?? 0 });
const frame = (...[step, changes]: Parameters<typeof frameAt>) => {
  clients.worker().say(frameAt(step, changes));
  clients.clock.draw();
};

const bytesAt = (
  step: number,
  loss: number,
  config: RunConfig = TEXT_CONFIG,
  changes: Partial<Checkpoint> = {},
) => checkpointBytes(config, step, loss, changes);
const save = (step: number, loss: number) =>
  clients.worker().say({ type: 'saved', step, checkpoint: bytesAt(step, loss) });

beforeEach(() => start());

describe('the tier that a link names', () => {
  beforeEach(() => start({ computedOn: 'webgpu' }));

  it('reaches the worker', () => {
    expect(heard('init')[0]?.computedOn).toBe('webgpu');
  });

  it('is forgotten when another run is asked for, or the same from its seed', () => {
    run.reset();
    expect(heard('init')[0]?.computedOn).toBeNull();
  });
});

describe('state', () => {
  it('says how far a long text is cut, until the run is ready', () => {
    expect(state().preparing).toBeNull();
    clients.worker().say({ type: 'preparing', done: 3, total: 9 });
    expect(state()).toMatchObject({ phase: 'starting', preparing: { done: 3, total: 9 } });
    clients.worker().say(READY);
    expect(state().preparing).toBeNull();
  });

  it('goes from starting to paused, with what the run turned out to be', () => {
    expect(state().phase).toBe('starting');
    clients.worker().say(READY);
    expect(state()).toMatchObject({ phase: 'paused', info: READY.info, choice: READY.choice, frame: null });
  });

  it('gives the parameters of the frame that it shows, and keeps them when the buffer has gone back', () => {
    clients.worker().say(READY);
    expect(run.parameters()).toBeNull();
    const sent = frameAt(3);
    clients.worker().say(sent);
    clients.clock.draw();
    new Float64Array(sent.parameters ?? []).fill(99);
    expect(run.parameters()).toEqual(Float64Array.of(3, 3));
    expect(state().frame?.stats.step).toBe(3);
    expect(state().parametersVersion).toBe(1);
  });

  it('changes at most ten times a second while playing, loses no loss, and ends with the last frame', () => {
    clients.worker().say(READY);
    run.play();
    let changes = 0;
    run.store.subscribe(() => changes++);
    for (let step = 1; step <= 60; step++) {
      time.advance(16);
      frame(step, playing());
    }
    expect(changes).toBeLessThanOrEqual(10);
    time.advance(100);
    expect(state().frame?.stats.step).toBe(60);
    expect(run.parameters()).toEqual(Float64Array.of(60, 60));
    expect([...state().curve.steps]).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('knows of which step its parameters are when frames come without', () => {
    clients.worker().say(READY);
    frame(1);
    run.play();
    time.advance(100);
    frame(2, { ...playing(), parameters: null });
    expect(state().frame).toMatchObject({ stats: { step: 2 }, parametersStep: 1 });
    expect(state().parametersVersion).toBe(1);
    expect(run.parameters()).toEqual(Float64Array.of(1, 1));
    frame(3, playing());
    frame(4, { ...playing(), parameters: null });
    time.advance(100);
    expect(state().frame).toMatchObject({ stats: { step: 4 }, parametersStep: 3 });
    expect(state().parametersVersion).toBe(2);
    expect(run.parameters()).toEqual(Float64Array.of(3, 3));
    expect([...state().curve.steps]).toEqual([1, 2, 3, 4]);
  });

  it('keeps a large buffer as it came, and copies a small one', () => {
    clients.worker().say(READY);
    for (const [length, isCopied] of [
      [4, true],
      [2 ** 18, false],
    ] as const) {
      const { buffer } = new Float64Array(length);
      frame(length, { parameters: buffer });
      expect(run.parameters()?.length).toBe(length);
      expect(run.parameters()?.buffer === buffer).toBe(!isCopied);
    }
  });

  it('shows a single step at once', () => {
    clients.worker().say(READY);
    frame(0);
    run.step();
    frame(1, { command: heard('step')[0]?.command ?? 0 });
    expect(state().frame?.stats.step).toBe(1);
  });
});

describe('playing', () => {
  beforeEach(() => clients.worker().say(READY));

  it('is what the reader wants at once, and over when the run stops by itself', () => {
    run.play(null, 5);
    expect(state().phase).toBe('playing');
    frame(5, { playing: false, command: heard('play')[0]?.command ?? 0 });
    expect(state().phase).toBe('paused');
  });

  it('rests off screen and goes on after', () => {
    run.play(20);
    run.setVisible(false);
    expect(heard('pause')).toHaveLength(1);
    frame(2, { playing: false, command: heard('pause')[0]?.command ?? 0 });
    expect(state().phase).toBe('paused');
    run.setVisible(true);
    expect(heard('play').map(({ stepsPerSecond }) => stepsPerSecond)).toEqual([20, 20]);
    expect(state().phase).toBe('playing');
  });

  it('does not begin off screen, nor go on when it was paused there', () => {
    run.setVisible(false);
    run.play();
    expect(heard('play')).toHaveLength(0);
    run.pause();
    run.setVisible(true);
    expect(heard('play')).toHaveLength(0);
  });

  it('asked for before the worker exists begins when it does', async () => {
    const { store } = createFakeCheckpoints();
    clients = createFakeClients();
    run = createRunStore({
      config: TEXT_CONFIG,
      probe: null,
      pinned: null,
      persistKey: 'k',
      checkpoints: store,
      createClient: clients.create,
      page: null,
    });
    run.play();
    expect(clients.workers).toHaveLength(0);
    await settle();
    expect(heard('play')).toHaveLength(1);
    clients.worker().say(READY);
    expect(state().phase).toBe('playing');
  });
});

describe('held-out losses', () => {
  const measured = (step: number, loss: number) => ({ heldOut: [{ step, loss }] });
  beforeEach(() => {
    clients.worker().say(READY);
    frame(0, measured(0, 3));
    frame(2, measured(2, 2));
  });

  it('stand beside the curve; one measured again replaces the old one', () => {
    expect(state().heldOut).toEqual([
      { step: 0, loss: 3 },
      { step: 2, loss: 2 },
    ]);
    frame(2, measured(2, 9));
    expect(state().heldOut.at(-1)).toEqual({ step: 2, loss: 9 });
    expect(state().frame).not.toHaveProperty('heldOut');
  });

  it('are not lost when frames come faster than they are shown', () => {
    run.play();
    for (const step of [3, 4, 5]) frame(step, { ...playing(), ...measured(step, step) });
    time.advance(100);
    expect(state().heldOut.map(({ step }) => step)).toEqual([0, 2, 3, 4, 5]);
  });

  it('are forgotten after the step that a run goes back to, and all of them by another run', () => {
    clients.worker().crash('boom');
    clients.worker().say({ ...READY_JS, step: 1 });
    expect(state().heldOut).toEqual([{ step: 0, loss: 3 }]);
    run.reset();
    expect(state().heldOut).toEqual([]);
  });
});

describe('changes', () => {
  beforeEach(() => {
    clients.worker().say(READY);
    frame(4);
  });

  it('of the config begin another run, which plays on', () => {
    run.play();
    const config = { ...TEXT_CONFIG, hidden: 9 };
    run.reconfigure(config);
    expect(clients.workers).toHaveLength(2);
    expect(clients.workers[0]?.terminated).toBe(true);
    expect(heard('init')[0]).toMatchObject({ config, checkpoint: null });
    expect(state()).toMatchObject({ phase: 'starting', config, frame: null, curve: EMPTY_CURVE });
    expect(run.parameters()).toBeNull();
    clients.worker().say(READY);
    expect(state().phase).toBe('playing');
  });

  it('of the learning rate go on in the same run, and survive a reset', () => {
    run.setLearningRate(0.5);
    expect(heard('query')[0]?.query).toEqual({ kind: 'set-learning-rate', learningRate: 0.5 });
    expect(state().config.optimizer.learningRate).toBe(0.5);
    run.reset();
    expect(heard('init')[0]?.config.optimizer.learningRate).toBe(0.5);
  });

  it('of the sentence survive a reset', () => {
    run.setProbe({ text: 'new', lossStep: null });
    run.reset();
    expect(heard('init')[0]?.probe?.text).toBe('new');
  });
});

describe('a run that fails', () => {
  beforeEach(() => clients.worker().say(READY));

  it('says why, and can be rewound to the last state that was no worse than guessing', () => {
    save(5, 0.2);
    save(10, 50);
    run.play();
    const failure = { code: 'diverged', step: 12, what: 'loss', value: Number.NaN } as const;
    clients.worker().say({ type: 'failed', failure });
    expect(state()).toMatchObject({ phase: 'failed', failure, goodStep: 5 });
    run.rewind({ clip: 0.25 });
    expect(heard('init')[0]).toMatchObject({ config: { clip: 0.25 }, checkpoint: bytesAt(5, 0.2) });
    clients.worker().say({ ...READY, step: 5 });
    expect(state()).toMatchObject({ phase: 'paused', failure: null, config: { clip: 0.25 } });
    expect(heard('play')).toHaveLength(0);
  });

  it('is rewound to its beginning when no state was any good', () => {
    run.rewind({ clip: 1 });
    expect(heard('init')[0]?.checkpoint).toBeNull();
  });

  it('forgets the losses after the step that it goes back to', () => {
    frame(1);
    frame(2);
    frame(3);
    clients.worker().crash('boom');
    clients.worker().say({ ...READY_JS, step: 1 });
    expect([...state().curve.steps]).toEqual([1]);
    expect(state().notices[0]?.code).toBe('tier-changed');
    run.dismissNotice('tier-changed');
    expect(state().notices).toEqual([]);
  });

  it('is not told of once a run begins anew, which may be on the first tier again', () => {
    clients.worker().crash('boom');
    clients.worker().say(READY_JS);
    expect(state().notices[0]?.code).toBe('tier-changed');
    run.reset();
    expect(state().notices).toEqual([]);
  });

  it('is unavailable where there are no workers', async () => {
    await start({
      createClient: (options) => {
        const refuse = () => {
          throw new Error('blocked');
        };
        return clients.create({ ...options, createWorker: refuse });
      },
    });
    expect(state()).toMatchObject({
      phase: 'unavailable',
      failure: { code: 'unavailable', detail: 'blocked' },
    });
  });
});

describe('from visit to visit', () => {
  const visit = async (
    checkpoints: ReturnType<typeof createFakeCheckpoints>,
    changes: Partial<RunOptions> = {},
  ) => start({ persistKey: 'k', checkpoints: checkpoints.store, ...changes });

  it('the run is there, paused, at its step, with its losses and its learning rate', async () => {
    const checkpoints = createFakeCheckpoints();
    await visit(checkpoints);
    clients.worker().say(READY);
    frame(6, { heldOut: [{ step: 6, loss: 2 }] });
    const optimizer = { ...TEXT_CONFIG.optimizer, learningRate: 0.5 };
    const checkpoint = bytesAt(6, 1, TEXT_CONFIG, { config: { ...TEXT_CONFIG, optimizer } });
    clients.worker().say({ type: 'saved', step: 6, checkpoint });
    await settle();
    await visit(checkpoints);
    expect(heard('init')[0]).toMatchObject({ checkpoint, config: { optimizer } });
    clients.worker().say({ ...READY, step: 6 });
    expect(state()).toMatchObject({ phase: 'paused', notices: [{ code: 'restored', step: 6 }] });
    expect([...state().curve.steps]).toEqual([6]);
    expect(state().heldOut).toEqual([{ step: 6, loss: 2 }]);
  });

  it('the curve reaches the step it was left at, though its last points were never shown', async () => {
    const checkpoints = createFakeCheckpoints();
    const fingerprint = configFingerprint(TEXT_CONFIG);
    checkpoints.saved.set('k', { fingerprint, step: 6, checkpoint: bytesAt(6, 1), curve: EMPTY_CURVE });
    await visit(checkpoints);
    clients.worker().say({ ...READY, step: 6 });
    frame(6, { curve: [] });
    expect([...state().curve.steps]).toEqual([6]);
    frame(7);
    expect([...state().curve.steps]).toEqual([6, 7]);
  });

  it('another config begins anew', async () => {
    const checkpoints = createFakeCheckpoints();
    const fingerprint = configFingerprint({ ...TEXT_CONFIG, seed: 1 });
    checkpoints.saved.set('k', { fingerprint, step: 6, checkpoint: bytesAt(6, 1), curve: EMPTY_CURVE });
    await visit(checkpoints);
    expect(heard('init')[0]?.checkpoint).toBeNull();
    expect(state().notices).toEqual([]);
  });

  it('what is damaged is dropped, and said', async () => {
    const checkpoints = createFakeCheckpoints();
    const fingerprint = configFingerprint(TEXT_CONFIG);
    const checkpoint = bytesAt(6, 1).subarray(0, 100);
    checkpoints.saved.set('k', { fingerprint, step: 6, checkpoint, curve: EMPTY_CURVE });
    await visit(checkpoints);
    await settle();
    expect(heard('init')[0]?.checkpoint).toBeNull();
    expect(state().notices).toEqual([{ code: 'checkpoint-dropped', detail: 'truncated' }]);
    expect(checkpoints.saved.size).toBe(0);
  });

  it('a reset deletes it', async () => {
    const checkpoints = createFakeCheckpoints();
    await visit(checkpoints);
    clients.worker().say(READY);
    save(6, 1);
    await settle();
    expect(checkpoints.saved.size).toBe(1);
    run.reset();
    await settle();
    expect(checkpoints.saved.size).toBe(0);
  });

  it('a full disk is said once and does not stop the run', async () => {
    await visit(createFakeCheckpoints({ ok: false, cause: 'quota' }));
    clients.worker().say(READY);
    save(6, 1);
    save(7, 1);
    await settle();
    expect(state().notices).toEqual([{ code: 'not-saved', cause: 'quota' }]);
    expect(state().phase).toBe('paused');
  });

  it('a page that is hidden is saved as it is', async () => {
    const checkpoints = createFakeCheckpoints();
    const page = createFakePage();
    await visit(checkpoints, { page });
    clients.worker().say(READY);
    page.hide();
    const [asked] = heard('query');
    expect(asked?.query.kind).toBe('checkpoint');
    clients.worker().say({ type: 'reply', id: asked?.id ?? 0, value: bytesAt(8, 1) });
    await settle();
    expect(checkpoints.saved.get('k')?.step).toBe(8);
    run.dispose();
    expect(page.listeners).toBe(0);
  });
});

describe('restore', () => {
  beforeEach(() => clients.worker().say(READY));

  it('goes on from bytes of this run', () => {
    const bytes = bytesAt(3, 1);
    expect(run.restore(bytes)).toBeNull();
    expect(heard('init')[0]?.checkpoint).toBe(bytes);
  });

  it('says what is wrong with others, and leaves the run alone', () => {
    expect(run.restore(new Uint8Array(5))).toBe('not-a-checkpoint');
    expect(run.restore(bytesAt(3, 1, { ...TEXT_CONFIG, hidden: 9 }))).toBe('other-run');
    expect(clients.workers).toHaveLength(1);
  });
});

describe('another clipping under way', () => {
  it('reaches a worker that goes on from here, playing', async () => {
    clients.worker().say(READY);
    run.play();
    const changing = run.setClip(0.5);
    clients.worker().say({ type: 'reply', id: heard('query')[0]?.id ?? 0, value: bytesAt(9, 1) });
    await changing;
    expect(clients.workers).toHaveLength(2);
    expect(heard('init')[0]).toMatchObject({ config: { clip: 0.5 }, checkpoint: bytesAt(9, 1) });
    expect(state().config.clip).toBe(0.5);
    clients.worker().say({ ...READY, step: 9 });
    expect(state().phase).toBe('playing');
    expect(heard('play')).toHaveLength(1);
  });

  it('of two wishes takes the last', async () => {
    clients.worker().say(READY);
    const changing = [run.setClip(1), run.setClip(0.5)];
    const [worker, asked] = [clients.worker(), heard('query')];
    for (const { id } of asked) worker.say({ type: 'reply', id, value: bytesAt(9, 1) });
    await Promise.all(changing);
    expect(clients.workers).toHaveLength(2);
    expect(state().config.clip).toBe(0.5);
  });

  it('leaves a run alone that gives no state', async () => {
    clients.worker().say(READY);
    const changing = run.setClip(null);
    clients.worker().say({ type: 'reply', id: heard('query')[0]?.id ?? 0, value: null });
    await changing;
    expect(clients.workers).toHaveLength(1);
    expect(state().config.clip).toBe(TEXT_CONFIG.clip);
  });
});

it('saves when it is told to', async () => {
  const checkpoints = createFakeCheckpoints();
  await start({ persistKey: 'k', checkpoints: checkpoints.store });
  clients.worker().say(READY);
  const saving = run.save();
  clients.worker().say({ type: 'reply', id: heard('query')[0]?.id ?? 0, value: bytesAt(8, 1) });
  await saving;
  expect(checkpoints.saved.get('k')?.step).toBe(8);
});

it('frees everything when disposed', () => {
  clients.worker().say(READY);
  run.dispose();
  expect(clients.worker().terminated).toBe(true);
  expect(clients.clock.waiting).toBe(0);
  run.reset();
  expect(clients.workers).toHaveLength(1);
});

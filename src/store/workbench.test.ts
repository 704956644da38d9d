import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameAt, READY } from '../workers/client.testkit.ts';
import { TEXT_CONFIG } from '../workers/config.testkit.ts';
import type { RunConfig, ToWorker } from '../workers/protocol.ts';
import { checkpointBytes } from '../workers/run.testkit.ts';
import type { ModelId } from './kept-model.ts';
import { createModelStore, type ModelStore } from './models.ts';
import { createFakeClients, createFakeTime, type FakeClients, type FakeTime } from './run.testkit.ts';
import { createRunStore } from './run.ts';
import { createWorkbench } from './workbench.ts';
import type { Workbench } from './workbench-state.ts';

let databases = 0;
let models: ModelStore;
let clients: FakeClients;
let bench: Workbench;
let now = 0;
let time: FakeTime;

const TEXT = TEXT_CONFIG.task.kind === 'next-symbol' ? TEXT_CONFIG.task.text : '';
const FIRST = { name: 'First', text: 'moby', config: TEXT_CONFIG };
const SECOND = { name: 'Second', text: 'moby', config: { ...TEXT_CONFIG, hidden: 4 } };

beforeEach(() => {
  let stamp = 0;
  time = createFakeTime();
  models = createModelStore(`bench-${databases++}`, () => stamp++);
  clients = createFakeClients();
  bench = newBench();
});
afterEach(() => bench.dispose());

const newBench = () =>
  createWorkbench({
    models,
    pinned: null,
    now: () => now,
    createRun: (options) => createRunStore({ ...options, createClient: clients.create, time, page: null }),
  });

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
const opened = () => bench.store.getState().open;
const runState = () => opened()?.run.store.getState();
const queries = () =>
  clients
    .worker()
    .heard.filter((message): message is Extract<ToWorker, { type: 'query' }> => message.type === 'query');
const listed = async () => Object.fromEntries((await models.list()).map((model) => [model.name, model]));

const answered = new WeakMap<object, number>();

/** The worker answers what it was asked last with a state at this step. */
function answer(step: number, config: RunConfig = TEXT_CONFIG): void {
  answered.set(clients.worker(), queries().length);
  clients
    .worker()
    .say({ type: 'reply', id: queries().at(-1)?.id ?? 0, value: checkpointBytes(config, step, 1) });
}
function frame(step: number, changes: Parameters<typeof frameAt>[1] = {}): void {
  clients.worker().say(frameAt(step, changes));
  clients.clock.draw();
  time.advance(200);
}
async function begin(model: typeof FIRST): Promise<ModelId> {
  const before = clients.workers.length;
  const id = await bench.begin(model);
  await vi.waitFor(() => expect(clients.workers.length).toBeGreaterThan(before));
  clients.worker().say(READY);
  frame(0);
  return id;
}
/** Closes the open model, whose worker still answers. */
async function leave(to: Promise<unknown>, step: number, config?: RunConfig): Promise<void> {
  await vi.waitFor(() => expect(queries().length).toBeGreaterThan(answered.get(clients.worker()) ?? 0));
  answer(step, config);
  await to;
  await settle();
}

describe('a model', () => {
  it('is listed as soon as it begins, with what it turned out to be', async () => {
    const id = await begin(FIRST);
    await settle();
    expect(opened()?.id).toBe(id);
    const { models: list } = bench.store.getState();
    expect(list).toMatchObject([{ name: 'First', facts: { parameterCount: 2, tier: 'webgpu' } }]);
  });

  it('gives way to another, is saved as it is, and goes on there', async () => {
    const id = await begin(FIRST);
    const second = bench.begin(SECOND);
    await leave(second, 30);
    expect(runState()?.config.hidden).toBe(4);
    expect((await listed()).First?.step).toBe(30);
    clients.worker().say(READY);
    await leave(bench.open(id, TEXT), 2, SECOND.config);
    const init = clients.worker().heard.find((message) => message.type === 'init');
    expect(init?.type === 'init' && init.checkpoint).toEqual(checkpointBytes(TEXT_CONFIG, 30, 1));
    expect(clients.workers.map(({ terminated }) => terminated)).toEqual([true, true, false]);
  });

  it('is found again after a reload, with the time that it took', async () => {
    const id = await begin(FIRST);
    opened()?.run.play();
    frame(1, { playing: true });
    now += 5000;
    frame(50, { playing: true });
    await leave(bench.close(), 50);
    bench.dispose();
    bench = newBench();
    await settle();
    expect(bench.store.getState().models).toMatchObject([{ id, step: 50, clock: { steps: [1, 50] } }]);
    await bench.open(id, TEXT);
    expect(bench.store.getState().clock.seconds.at(-1)).toBe(5);
  });
});

it('a run that rests keeps the curve that is drawn after it was saved', async () => {
  const id = await begin(FIRST);
  opened()?.run.play();
  clients.worker().say({ type: 'saved', step: 50, checkpoint: checkpointBytes(TEXT_CONFIG, 50, 1) });
  // The worker has heard of the one command that it was given, and rests.
  frame(50, { command: 1, heldOut: [{ step: 40, loss: 2 }] });
  await settle();
  // As a page that goes without a word.
  bench.dispose();
  bench = newBench();
  await bench.open(id, TEXT);
  await settle();
  expect(runState()?.curve.steps.at(-1)).toBe(50);
  expect(runState()?.heldOut).toEqual([{ step: 40, loss: 2 }]);
});

describe('states', () => {
  it('are kept under a name, and go on as a model of their own', async () => {
    const id = await begin(FIRST);
    await leave(bench.keepNow('before lunch'), 12);
    const { First } = await listed();
    expect(First?.checkpoints).toMatchObject([{ kind: 'named', name: 'before lunch', step: 12 }]);
    // Drawn, not saved yet.
    opened()?.run.play();
    frame(11, { playing: true });
    const branching = bench.branch(id, First?.checkpoints[0]?.id ?? '', 'Branch', TEXT);
    await leave(branching, 40);
    expect((await listed()).Branch?.curve.steps.at(-1)).toBe(11);
    expect(opened()?.id).toBe(await branching);
    const init = clients.worker().heard.find((message) => message.type === 'init');
    expect(init?.type === 'init' && init.checkpoint).toEqual(checkpointBytes(TEXT_CONFIG, 12, 1));
    expect((await listed()).First?.step).toBe(40);
  });

  it('that a model begins from are where it goes on', async () => {
    await bench.begin({ ...FIRST, checkpoint: checkpointBytes(TEXT_CONFIG, 77, 1) });
    await settle();
    clients.worker().say({ ...READY, step: 77 });
    expect(runState()?.notices).toMatchObject([{ code: 'restored', step: 77 }]);
  });
});

it('a deleted model is closed, and put back with what it was', async () => {
  const id = await begin(FIRST);
  await leave(bench.remove(id), 9);
  expect(opened()).toBeNull();
  expect(await models.list()).toEqual([]);
  await bench.putBack();
  await settle();
  expect(bench.store.getState()).toMatchObject({ removed: null, models: [{ name: 'First', step: 9 }] });
});

it('a state that does not fit its text stays where it is, and the run says so', async () => {
  const id = await begin(FIRST);
  await leave(bench.close(), 30);
  await bench.open(id, `${TEXT} and more`);
  await settle();
  expect(runState()).toMatchObject({
    phase: 'failed',
    failure: { code: 'bad-checkpoint', detail: 'other-run' },
  });
  expect(await models.latest(TEXT_CONFIG).load(id)).toMatchObject({ step: 30 });
});

it('that a name could be stored says nothing of a state that could not', async () => {
  const id = await begin(FIRST);
  bench.store.setState({ unsaved: 'quota' });
  await bench.rename(id, 'Other');
  expect(await listed()).toHaveProperty('Other');
  expect(bench.store.getState().unsaved).toBe('quota');
});

it('what was only an attempt goes without a trace', async () => {
  const id = await begin(FIRST);
  await bench.discard(id);
  await settle();
  expect(bench.store.getState()).toMatchObject({ open: null, removed: null, models: [] });
});

it('follows clipping and learning rate that change under way', async () => {
  await begin(FIRST);
  opened()?.run.setLearningRate(0.125);
  await settle();
  expect((await listed()).First?.config.optimizer.learningRate).toBe(0.125);
});

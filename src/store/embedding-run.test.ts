import { beforeEach, describe, expect, it } from 'vitest';
import {
  createFakeClock,
  createFakeWorker,
  type FakeClock,
  type FakeWorker,
} from '../workers/client.testkit.ts';
import { createEmbeddingClient } from '../workers/embeddings/client.ts';
import { prepareRun, startOf, WORDS_CONFIG } from '../workers/embeddings/embeddings.testkit.ts';
import type { EmbeddingFrame, EmbeddingInfo, FromEmbeddingWorker } from '../workers/embeddings/protocol.ts';
import type { SavedRun } from './checkpoints.ts';
import { createEmbeddingRun, MOST_KEPT_BYTES } from './embedding-run.ts';
import type { EmbeddingRun, EmbeddingRunOptions } from './embedding-state.ts';
import { createFakeCheckpoints, createFakePage, createFakeTime, type FakeTime } from './run.testkit.ts';

type Bare<Message> = Message extends { readonly run: unknown } ? Omit<Message, 'run'> : never;
let workers: FakeWorker[];
let clock: FakeClock;
let time: FakeTime;
let run: EmbeddingRun;
const { info } = await prepareRun(WORDS_CONFIG);

function start(changes: Partial<EmbeddingRunOptions> = {}) {
  workers = [];
  clock = createFakeClock();
  time = createFakeTime();
  run = createEmbeddingRun({
    config: WORDS_CONFIG,
    pinned: null,
    time,
    page: null,
    createClient: (options) =>
      createEmbeddingClient({
        ...options,
        clock,
        createWorker: () => {
          const worker = createFakeWorker();
          workers.push(worker);
          return worker;
        },
      }),
    ...changes,
  });
}

const worker = () => workers.at(-1) ?? createFakeWorker();
/** The worker of the newest run says something; the fake one is typed for recurrent runs. */
const say = (message: Bare<FromEmbeddingWorker>) => worker().say(message as never);
const heard = (type: string) => worker().heard.filter((message) => message.type === type);
const init = () =>
  worker().heard[0] as unknown as { config: typeof WORDS_CONFIG; checkpoint: Uint8Array | null };
const state = () => run.store.getState();

function ready(step = 0, changes: Partial<EmbeddingInfo> = {}) {
  const choice = { tier: 'wasm', reasons: [] } as const;
  say({ type: 'ready', info: { ...info, ...changes }, choice, step });
}
function frame(step: number, changes: Partial<EmbeddingFrame> = {}) {
  const stats = { step, loss: 2, read: 4 * step, all: 400, learningRate: 0.1 };
  const view = { neighbours: [], input: [], output: [], prediction: null, moved: null, texts: [] };
  const curve = step > 0 ? [{ step, loss: 2 }] : [];
  const base = { stats, curve, stepsPerSecond: 10, wordsPerSecond: 40, playing: false, done: false };
  say({ type: 'frame', ...base, command: 0, view, heldOut: null, ...changes });
  clock.draw();
}
/** A true checkpoint after so many steps. */
async function bytesAt(steps: number): Promise<Uint8Array> {
  const trainer = (await prepareRun(WORDS_CONFIG)).createReference(startOf(WORDS_CONFIG));
  if (steps > 0) await trainer.step(steps);
  return trainer.checkpoint();
}

beforeEach(() => start());

describe('phases', () => {
  it('begins, reads the text, rests, plays, and is done', async () => {
    await Promise.resolve();
    expect(state().phase).toBe('starting');
    say({ type: 'preparing', done: 3, total: 9 });
    expect(state().preparing).toEqual({ done: 3, total: 9 });
    ready();
    expect(state()).toMatchObject({ phase: 'paused', preparing: null, choice: { tier: 'wasm' } });
    run.play();
    expect(state().phase).toBe('playing');
    const { command } = heard('play').at(-1) as { command: number };
    frame(3, { playing: true, command });
    expect(state().frame?.stats.step).toBe(3);
    time.advance(100);
    frame(100, { done: true, command });
    expect(state()).toMatchObject({ phase: 'done', frame: { done: true } });
    run.play();
    run.step();
    expect(state().phase).toBe('done');
    expect(heard('play').length + heard('step').length).toBe(1);
  });

  it('shows ten frames a second at most and loses no point of the curve', async () => {
    await Promise.resolve();
    ready();
    run.play();
    const { command } = heard('play').at(-1) as { command: number };
    for (const step of [1, 2, 3]) frame(step, { playing: true, command });
    expect(state().frame?.stats.step).toBe(1);
    time.advance(100);
    expect(state().frame?.stats.step).toBe(3);
    expect(state().curve.map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('rests while it is hidden, and goes on when it is back', async () => {
    await Promise.resolve();
    ready();
    run.play();
    run.setVisible(false);
    expect(state().phase).toBe('paused');
    expect(heard('pause')).toHaveLength(1);
    run.setVisible(true);
    expect(state().phase).toBe('playing');
    expect(heard('play')).toHaveLength(2);
  });
});

describe('starting anew', () => {
  it('goes back to the seed, without anything of before', async () => {
    await Promise.resolve();
    ready();
    frame(5);
    run.reset();
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    expect(state()).toMatchObject({ phase: 'starting', frame: null, info: null, curve: [] });
    expect(init().checkpoint).toBeNull();
  });

  it('takes another config, and plays on if it was playing', async () => {
    await Promise.resolve();
    ready();
    run.play();
    const other = { ...WORDS_CONFIG, seed: 8 };
    run.reconfigure(other);
    expect(run.asked()).toBe(other);
    expect(init().config).toEqual(other);
    ready();
    expect(state().phase).toBe('playing');
    // A late word of the run before is dropped.
    workers[0]?.say({ type: 'preparing', done: 1, total: 2 });
    expect(state().preparing).toBeNull();
  });

  it('after its end plays on with another config, as it was played', async () => {
    await Promise.resolve();
    ready();
    run.play(100);
    const { command } = heard('play').at(-1) as { command: number };
    frame(100, { done: true, command });
    expect(state().phase).toBe('done');
    run.reconfigure({ ...WORDS_CONFIG, seed: 8 });
    expect(heard('play')).toMatchObject([{ stepsPerSecond: 100, until: null }]);
    ready();
    expect(state().phase).toBe('playing');
    // Whom the reader stopped stays at rest.
    run.pause();
    run.reconfigure({ ...WORDS_CONFIG, seed: 9 });
    ready();
    expect(heard('play')).toEqual([]);
    expect(state().phase).toBe('paused');
  });

  it('says no more what was so of the run before', async () => {
    await Promise.resolve();
    const reduced = { code: 'words-reduced', asked: 9, used: 4 } as const;
    const clamped = { code: 'clamped', what: 'window', asked: 0, used: 1 } as const;
    ready(0, { notices: [reduced, clamped] });
    expect(state().notices).toEqual([reduced, clamped]);
    run.reconfigure({ ...WORDS_CONFIG, seed: 8 });
    ready(0, { notices: [clamped] });
    expect(state().notices).toEqual([clamped]);
  });

  it('tells the worker what to show only when that is something else', async () => {
    await Promise.resolve();
    ready();
    run.watch({ input: ['cat'] });
    run.watch({ input: ['cat'] });
    expect(heard('query')).toHaveLength(1);
    run.watch({ input: ['dog'] });
    expect(heard('query')).toHaveLength(2);
  });
});

describe('a run that flew apart', () => {
  it('goes back to its last good state, with another learning rate', async () => {
    await Promise.resolve();
    ready();
    const good = await bytesAt(20);
    say({ type: 'saved', step: 20, checkpoint: good });
    await Promise.resolve();
    expect(state().goodStep).toBe(20);
    // What is worse than knowing nothing is no state to go back to.
    const bad = await withLoss(99);
    say({ type: 'saved', step: 20, checkpoint: bad });
    const failure = { code: 'diverged', step: 24, learningRate: 0.1 } as const;
    say({ type: 'failed', failure });
    expect(state()).toMatchObject({ phase: 'failed', failure, goodStep: 20 });
    run.rewind(0.01);
    expect(init()).toMatchObject({ config: { learningRate: 0.01 }, checkpoint: good });
    ready(20);
    expect(state()).toMatchObject({ phase: 'paused', failure: null });
    expect(run.asked().learningRate).toBe(WORDS_CONFIG.learningRate);
  });
});

async function withLoss(loss: number): Promise<Uint8Array> {
  const start = startOf(WORDS_CONFIG);
  const stats = { step: 20, loss, read: 80, all: 400, learningRate: 0.1 };
  return start.write('js', { stats, facts: {}, precision: 64, sections: [] });
}

describe('from visit to visit', () => {
  const KEY = 'word2vec/live';
  async function visit(
    saved: Map<string, SavedRun>,
    store: ReturnType<typeof createFakeCheckpoints>['store'],
  ) {
    start({ persistKey: KEY, checkpoints: store });
    await new Promise((resolve) => setTimeout(resolve));
    return saved;
  }

  it('is kept, and goes on where it was left', async () => {
    const { saved, store } = createFakeCheckpoints();
    await visit(saved, store);
    ready();
    frame(20);
    const bytes = await bytesAt(20);
    say({ type: 'saved', step: 20, checkpoint: bytes });
    await new Promise((resolve) => setTimeout(resolve));
    expect(saved.get(KEY)).toMatchObject({ step: 20 });
    await visit(saved, store);
    expect(init().checkpoint).toEqual(bytes);
    expect(state().notices).toEqual([{ code: 'restored', step: 20 }]);
    expect(state().curve).toEqual([{ step: 20, loss: 2 }]);
  });

  it('begins anew where what is kept is another run, or of no use', async () => {
    const { saved, store } = createFakeCheckpoints();
    await visit(saved, store);
    ready();
    say({ type: 'saved', step: 20, checkpoint: await bytesAt(20) });
    await new Promise((resolve) => setTimeout(resolve));
    const kept = saved.get(KEY);
    if (!kept) throw new Error('not kept');
    saved.set(KEY, { ...kept, fingerprint: 'another' });
    await visit(saved, store);
    expect(init().checkpoint).toBeNull();
    saved.set(KEY, { ...kept, checkpoint: kept.checkpoint.slice(0, 90) });
    await visit(saved, store);
    expect(init().checkpoint).toBeNull();
    expect(state().notices).toMatchObject([{ code: 'checkpoint-dropped' }]);
  });

  it('is not kept when it is too large, and says so', async () => {
    const { saved, store } = createFakeCheckpoints();
    await visit(saved, store);
    ready();
    const stats = { step: 1, loss: 1, read: 1, all: 2, learningRate: 0.1 };
    const sections = [new Float32Array(MOST_KEPT_BYTES / 4)];
    const large = startOf(WORDS_CONFIG).write('js', { stats, facts: {}, precision: 32, sections });
    say({ type: 'saved', step: 1, checkpoint: large });
    await new Promise((resolve) => setTimeout(resolve));
    expect(saved.size).toBe(0);
    expect(state().notices).toMatchObject([{ code: 'too-large-to-keep', most: MOST_KEPT_BYTES }]);
  });

  it('takes bytes that it gave, and no others', async () => {
    await Promise.resolve();
    ready();
    const bytes = await bytesAt(4);
    expect(run.restore(bytes)).toBeNull();
    expect(init().checkpoint).toBe(bytes);
    expect(run.restore(bytes.slice(0, 20))).not.toBeNull();
    run.reconfigure({ ...WORDS_CONFIG, seed: 9 });
    expect(run.restore(bytes)).toBe('other-run');
  });

  it('asks for a last state when the page is hidden', async () => {
    const { store } = createFakeCheckpoints();
    const page = createFakePage();
    start({ persistKey: KEY, checkpoints: store, page });
    await new Promise((resolve) => setTimeout(resolve));
    ready();
    page.hide();
    expect(heard('query')).toMatchObject([{ query: { kind: 'checkpoint' } }]);
    run.dispose();
    expect(page.listeners).toBe(0);
  });
});

describe('a worker that dies', () => {
  it('is followed by one on the next tier, from the last checkpoint', async () => {
    await Promise.resolve();
    ready();
    run.play();
    const bytes = await bytesAt(8);
    say({ type: 'saved', step: 8, checkpoint: bytes });
    say({ type: 'trying', tier: 'wasm' });
    worker().crash('boom');
    expect(workers).toHaveLength(2);
    expect(init()).toMatchObject({ checkpoint: bytes, excluded: [{ tier: 'wasm', detail: 'boom' }] });
    say({ type: 'ready', info, choice: { tier: 'js', reasons: [] }, step: 8 });
    expect(heard('play')).toHaveLength(1);
    expect(state().notices).toMatchObject([
      { code: 'tier-changed', from: 'wasm', to: 'js', step: 8, cause: 'crashed' },
    ]);
  });
});

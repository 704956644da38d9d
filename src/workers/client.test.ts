import { beforeEach, describe, expect, it } from 'vitest';
import {
  createFakeClock,
  createFakeWorker,
  type FakeClock,
  type FakeWorker,
  frameAt,
  READY,
  READY_JS,
  READY_WASM,
} from './client.testkit.ts';
import { createRunClient, type RunClient, type RunClientOptions } from './client.ts';
import { TEXT_CONFIG } from './config.testkit.ts';
import type { Frame, RunFailure, RunId, RunNotice, ToWorker } from './protocol.ts';

let workers: FakeWorker[];
let clock: FakeClock;
let frames: Frame[];
let failures: RunFailure[];
let notices: RunNotice[];
let saved: number[];
let client: RunClient;
/** What is watched, by name. */
let lifelines: Map<string, () => void>;

function start(changes: Partial<RunClientOptions> = {}) {
  workers = [];
  clock = createFakeClock();
  frames = [];
  failures = [];
  notices = [];
  saved = [];
  lifelines = new Map();
  client = createRunClient({
    config: TEXT_CONFIG,
    probe: null,
    pinned: null,
    clock,
    createWorker: () => {
      const worker = createFakeWorker();
      workers.push(worker);
      return worker;
    },
    watch: (name, onGone) => {
      lifelines.set(name, onGone);
      return () => lifelines.delete(name);
    },
    onReady: () => {},
    onFrame: (frame) => frames.push(frame),
    onSaved: (step) => saved.push(step),
    onFailure: (failure) => failures.push(failure),
    onNotice: (notice) => notices.push(notice),
    ...changes,
  });
}

const worker = () => workers.at(-1) ?? createFakeWorker();
const heard = <T extends ToWorker['type']>(type: T, from = worker()) =>
  from.heard.filter((message): message is Extract<ToWorker, { type: T }> => message.type === type);

beforeEach(() => start());

describe('credit', () => {
  it('is one, given when the run is ready, and given back with the buffer when the page has drawn', () => {
    expect(heard('credit')).toHaveLength(0);
    worker().say(READY);
    expect(heard('credit')).toEqual([{ type: 'credit', run: worker().run, buffer: null }]);
    const frame = frameAt(3);
    worker().say(frame);
    expect(frames).toHaveLength(0);
    expect(heard('credit')).toHaveLength(1);
    clock.draw();
    expect(frames[0]?.stats.step).toBe(3);
    expect(heard('credit')[1]?.buffer).toBe(frame.parameters);
  });

  it('leaves a large buffer to the page', () => {
    worker().say(READY);
    worker().say(frameAt(1, { parameters: new ArrayBuffer(2 ** 20 + 8) }));
    clock.draw();
    worker().say(frameAt(2, { parameters: null }));
    clock.draw();
    expect(heard('credit').map(({ buffer }) => buffer)).toEqual([null, null, null]);
  });

  it('draws the latest of two frames and returns both buffers', () => {
    worker().say(READY);
    worker().say(frameAt(1));
    worker().say(frameAt(2));
    clock.draw();
    expect(frames.map(({ stats }) => stats.step)).toEqual([2]);
    expect(heard('credit')).toHaveLength(3);
  });
});

it('does not believe a frame that left before the last command arrived', () => {
  worker().say(READY);
  client.play();
  client.pause();
  client.play();
  const [first, second] = heard('play').map(({ command }) => command);
  worker().say(frameAt(1, { playing: false, command: (first ?? 0) + 1 }));
  clock.draw();
  worker().say(frameAt(2, { playing: false, command: second ?? 0 }));
  clock.draw();
  client.pause();
  worker().say(frameAt(3, { playing: true, command: second ?? 0 }));
  clock.draw();
  expect(frames.map(({ playing }) => playing)).toEqual([true, false, false]);
});

it('hears nothing of another run, nor of a worker that it left', () => {
  worker().say(READY);
  worker().say(frameAt(1), 999 as RunId);
  expect(clock.waiting).toBe(0);
  const old = worker();
  old.crash('gone');
  old.say(frameAt(1));
  expect(clock.waiting).toBe(0);
});

describe('queries', () => {
  it('resolve with their own answer', async () => {
    worker().say(READY);
    const [first, second] = [client.checkpoint(), client.checkpoint()];
    const [a, b] = heard('query');
    worker().say({ type: 'reply', id: b?.id ?? 0, value: Uint8Array.of(2) });
    worker().say({ type: 'reply', id: a?.id ?? 0, value: Uint8Array.of(1) });
    expect(await first).toEqual(Uint8Array.of(1));
    expect(await second).toEqual(Uint8Array.of(2));
  });

  it('resolve with null when the run ends first', async () => {
    const asked = client.checkpoint();
    client.dispose();
    expect(await asked).toBeNull();
    expect(await client.checkpoint()).toBeNull();
  });
});

describe('a tier that fails', () => {
  const fail = (failure: RunFailure) => worker().say({ type: 'failed', failure });
  const LOST: RunFailure = { code: 'device-lost', step: 9, detail: 'reset' };

  it('hands over to the next from the last checkpoint, and playing goes on', () => {
    worker().say(READY);
    client.play(5, 100);
    worker().say({ type: 'saved', step: 7, checkpoint: Uint8Array.of(7) });
    const old = worker();
    fail(LOST);
    expect(old.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(heard('init')[0]).toMatchObject({
      checkpoint: Uint8Array.of(7),
      excluded: [{ tier: 'webgpu', detail: 'reset' }],
    });
    expect(notices).toEqual([]);
    worker().say({ ...READY_WASM, step: 7 });
    expect(notices).toEqual([
      { code: 'tier-changed', from: 'webgpu', to: 'wasm', step: 7, cause: 'device-lost' },
    ]);
    expect(heard('play')).toMatchObject([{ type: 'play', run: worker().run, stepsPerSecond: 5, until: 100 }]);
    expect(saved).toEqual([7]);
    expect(failures).toEqual([]);
  });

  it('is not played on when it was paused', () => {
    worker().say(READY);
    client.play();
    client.pause();
    fail(LOST);
    worker().say(READY_JS);
    expect(heard('play')).toEqual([]);
  });

  it('keeps what was changed by hand: learning rate and sentence', () => {
    worker().say(READY);
    void client.setLearningRate(0.5);
    void client.setProbe({ text: 'new', lossStep: 1 });
    worker().crash('boom');
    expect(heard('init')[0]?.config.optimizer.learningRate).toBe(0.5);
    expect(heard('init')[0]?.probe).toEqual({ text: 'new', lossStep: 1 });
  });

  it('answers what was asked of it with null', async () => {
    worker().say(READY);
    const asked = client.checkpoint();
    worker().crash('boom');
    expect(await asked).toBeNull();
  });

  it('gets a second chance on the CPU, and no third', () => {
    worker().say(READY_JS);
    worker().crash('boom');
    expect(workers).toHaveLength(2);
    worker().say(READY_JS);
    expect(notices).toEqual([{ code: 'tier-changed', from: 'js', to: 'js', step: 0, cause: 'crashed' }]);
    worker().crash('boom');
    expect(workers).toHaveLength(2);
    expect(failures).toEqual([{ code: 'crashed', step: 0, detail: 'boom' }]);
    expect(worker().terminated).toBe(true);
  });

  it('falls through all three, each told by name, and ends with the last', () => {
    worker().say(READY);
    fail(LOST);
    worker().say({ ...READY_WASM, step: 7 });
    fail({ code: 'crashed', step: 8, detail: 'unreachable' });
    expect(heard('init')[0]?.excluded).toEqual([
      { tier: 'webgpu', detail: 'reset' },
      { tier: 'wasm', detail: 'unreachable' },
    ]);
    worker().say({ ...READY_JS, step: 7 });
    expect(notices.map((notice) => notice.code === 'tier-changed' && [notice.from, notice.to])).toEqual([
      ['webgpu', 'wasm'],
      ['wasm', 'js'],
    ]);
    worker().crash('one');
    expect(failures).toEqual([]);
    worker().say(READY_JS);
    worker().crash('two');
    expect(failures).toHaveLength(1);
  });

  it('falls on although it was pinned', () => {
    start({ pinned: 'wasm' });
    worker().say(READY_WASM);
    fail({ code: 'out-of-memory', step: 8, detail: '2 GiB' });
    expect(heard('init')[0]).toMatchObject({
      pinned: 'wasm',
      excluded: [{ tier: 'wasm', detail: '2 GiB' }],
    });
    worker().say(READY_JS);
    expect(notices).toMatchObject([{ from: 'wasm', to: 'js', cause: 'out-of-memory' }]);
  });

  it('is left when its worker is killed without a word', () => {
    worker().say({ type: 'alive', lifeline: 'lock-1' });
    worker().say(READY_WASM);
    worker().say({ type: 'saved', step: 7, checkpoint: Uint8Array.of(7) });
    lifelines.get('lock-1')?.();
    expect(lifelines.size).toBe(0);
    expect(heard('init')[0]).toMatchObject({
      checkpoint: Uint8Array.of(7),
      excluded: [{ tier: 'wasm', detail: 'the worker was killed' }],
    });
    worker().say(READY_JS);
    expect(notices).toMatchObject([{ from: 'wasm', to: 'js', cause: 'crashed' }]);
  });

  it('is the one that was being tried when it dies before it is ready', () => {
    worker().say({ type: 'trying', tier: 'webgpu' });
    worker().say({ type: 'trying', tier: 'wasm' });
    worker().crash('');
    expect(heard('init')[0]?.excluded).toEqual([{ tier: 'wasm', detail: 'the worker stopped' }]);
    worker().say(READY_JS);
    expect(notices).toMatchObject([{ from: 'wasm', to: 'js' }]);
  });

  it('is none when memory runs out over the text: it would again, and there is no second worker', () => {
    fail({ code: 'out-of-memory', step: 0, detail: '9 GiB' });
    expect(workers).toHaveLength(1);
    expect(failures).toEqual([{ code: 'out-of-memory', step: 0, detail: '9 GiB' }]);
  });

  it('is none when a worker dies before it tried any: one more chance, and what was asked is repeated', () => {
    client.play(5, 100);
    worker().crash('');
    expect(heard('init')[0]?.excluded).toEqual([]);
    worker().say(READY_WASM);
    expect(notices).toEqual([]);
    expect(heard('play')).toMatchObject([{ stepsPerSecond: 5, until: 100 }]);
    start();
    worker().crash('');
    worker().crash('');
    expect(workers).toHaveLength(2);
    expect(failures).toHaveLength(1);
  });

  it('is not replaced when the run itself is at fault', () => {
    worker().say(READY);
    fail({ code: 'diverged', step: 3, what: 'loss', value: Number.NaN });
    expect(workers).toHaveLength(1);
    expect(failures[0]?.code).toBe('diverged');
    expect(worker().terminated).toBe(true);
  });
});

it('says so when the browser starts no worker', () => {
  const createWorker = () => {
    throw new Error('blocked');
  };
  start({ createWorker });
  expect(failures).toEqual([{ code: 'unavailable', detail: 'blocked' }]);
});

it('frees everything when disposed, and says nothing more', () => {
  worker().say(READY);
  worker().say({ type: 'alive', lifeline: 'lock-1' });
  worker().say(frameAt(1));
  client.dispose();
  expect(lifelines.size).toBe(0);
  expect(worker().terminated).toBe(true);
  expect(clock.waiting).toBe(0);
  client.play();
  worker().crash('boom');
  expect(heard('play')).toEqual([]);
  expect(failures).toEqual([]);
  expect(workers).toHaveLength(1);
});

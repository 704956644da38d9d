import { beforeEach, describe, expect, it } from 'vitest';
import type { TierRequest } from './backend.ts';
import { TEXT_CONFIG } from './config.testkit.ts';
import { HELD_OUT_CONFIG } from './held-out.testkit.ts';
import { createRunHost, type HostOptions, type RunHost } from './host.ts';
import { createJsTrainer } from './js-trainer.ts';
import { createFakeScheduler, type FakeScheduler, microtasks } from './loop.testkit.ts';
import type { Answer, FromWorker, Query, RunConfig, RunId, ToWorker } from './protocol.ts';

const RUN = 1 as RunId;
let scheduler: FakeScheduler;
let posted: FromWorker[];
let handedOver: ArrayBuffer[];
let host: RunHost;
let crashes: number;
let lose: (detail: string) => void;
let requests: TierRequest[];
let closed: number;

beforeEach(() => {
  scheduler = createFakeScheduler();
  posted = [];
  handedOver = [];
  crashes = 0;
  requests = [];
  closed = 0;
  const openTrainer: HostOptions['openTrainer'] = async (request, run, start, trying) => {
    requests.push(request);
    trying('js');
    return {
      choice: { tier: 'js', reasons: [{ code: 'pinned' }] },
      trainer: createJsTrainer(run, start),
      lost: new Promise((resolve) => {
        lose = resolve;
      }),
      close: () => {
        closed++;
      },
    };
  };
  host = createRunHost({
    post(message, transfer) {
      posted.push(message);
      handedOver.push(...transfer);
    },
    scheduler,
    openTrainer,
    lifeline: Promise.resolve('lock-1'),
    crash: () => {
      crashes++;
    },
  });
});

function init(config: RunConfig = TEXT_CONFIG, changes: Partial<Extract<ToWorker, { type: 'init' }>> = {}) {
  const probe = { text: 'the cat', lossStep: null };
  const base = {
    type: 'init',
    run: RUN,
    config,
    probe,
    pinned: null,
    computedOn: null,
    excluded: [],
    checkpoint: null,
  } as const;
  host.receive({ ...base, ...changes });
}

async function query(asked: Query): Promise<Answer> {
  host.receive({ type: 'query', run: RUN, id: 5, query: asked });
  await scheduler.settle();
  const reply = posted.find((message) => message.type === 'reply');
  posted = posted.filter((message) => message.type !== 'reply');
  if (reply?.type !== 'reply' || reply.id !== 5) throw new Error('no reply');
  return reply.value;
}

async function checkpointBytes(): Promise<Uint8Array> {
  const bytes = await query({ kind: 'checkpoint' });
  if (!(bytes instanceof Uint8Array)) throw new Error('no checkpoint');
  return bytes;
}

const last = <T extends FromWorker['type']>(type: T) =>
  posted.findLast((message): message is Extract<FromWorker, { type: T }> => message.type === type);

it('is ready, shows its first state for a credit that came early, and trains when told', async () => {
  init();
  host.receive({ type: 'credit', run: RUN, buffer: null });
  await scheduler.settle();
  expect(last('ready')).toMatchObject({ run: RUN, step: 0, info: { tokens: 276, batch: 3, steps: 7 } });
  expect(last('frame')).toMatchObject({ stats: { step: 0 }, playing: false });
  expect(last('frame')?.probe?.tokens).toHaveLength(7);
  host.receive({ type: 'step', run: RUN, command: 4, count: 3 });
  host.receive({ type: 'credit', run: RUN, buffer: null });
  await scheduler.settle();
  host.receive({ type: 'credit', run: RUN, buffer: null });
  await scheduler.settle();
  expect(last('frame')).toMatchObject({ stats: { step: 3 }, playing: false, command: 4 });
});

it('drops what is meant for another run', async () => {
  init();
  host.receive({ type: 'step', run: 9 as RunId, command: 1, count: 3 });
  await scheduler.settle();
  expect(last('saved')?.step).toBe(0);
});

it('replaces its run when a new one begins', async () => {
  init();
  await scheduler.settle();
  init(TEXT_CONFIG, { run: 2 as RunId });
  host.receive({ type: 'step', run: RUN, command: 1, count: 3 });
  host.receive({ type: 'step', run: 2 as RunId, command: 1, count: 1 });
  await scheduler.settle();
  expect(last('saved')).toMatchObject({ run: 2, step: 1 });
  expect(closed).toBe(1);
});

it('says first of all by what the page will know that it has died', async () => {
  init();
  await scheduler.settle();
  expect(posted[0]).toEqual({ type: 'alive', run: RUN, lifeline: 'lock-1' });
});

it('says which tier it tries before it is ready', async () => {
  init();
  await scheduler.settle();
  const said = posted.map(({ type }) => type);
  expect(last('trying')).toEqual({ type: 'trying', run: RUN, tier: 'js' });
  expect(said.indexOf('trying')).toBeLessThan(said.indexOf('ready'));
});

describe('where the numbers come from', () => {
  it('is what a checkpoint says, once the run has begun', async () => {
    init(TEXT_CONFIG, { computedOn: 'webgpu' });
    const fresh = await checkpointBytes();
    init(TEXT_CONFIG, { checkpoint: fresh, computedOn: 'webgpu' });
    host.receive({ type: 'step', run: RUN, command: 1, count: 4 });
    await scheduler.settle();
    const trained = await checkpointBytes();
    init(TEXT_CONFIG, { checkpoint: trained, computedOn: 'webgpu' });
    await scheduler.settle();
    expect(requests.map(({ computedOn }) => computedOn)).toEqual(['webgpu', 'webgpu', 'js']);
  });
});

describe('what cannot begin', () => {
  it('says why: a text too short', async () => {
    init({ ...TEXT_CONFIG, task: { kind: 'next-symbol', text: '', level: 'character', vocabulary: 9 } });
    await microtasks();
    expect(posted.filter(({ type }) => type !== 'alive')).toEqual([
      { type: 'failed', run: RUN, failure: { code: 'text-too-short', found: 0, needed: 2 } },
    ]);
  });

  it('says why: bytes that are no checkpoint, or another run’s', async () => {
    init(TEXT_CONFIG, { checkpoint: new Uint8Array(3) });
    await microtasks();
    expect(last('failed')?.failure).toEqual({ code: 'bad-checkpoint', detail: 'not-a-checkpoint' });
    init();
    const bytes = await checkpointBytes();
    init({ ...TEXT_CONFIG, hidden: 9 }, { checkpoint: bytes });
    await microtasks();
    expect(last('failed')?.failure).toEqual({ code: 'bad-checkpoint', detail: 'other-run' });
  });
});

it('measures what is held out, at the beginning and after an edit', async () => {
  init(HELD_OUT_CONFIG);
  host.receive({ type: 'credit', run: RUN, buffer: null });
  await scheduler.settle();
  host.receive({ type: 'credit', run: RUN, buffer: null });
  await scheduler.settle();
  expect(last('ready')?.info.heldOut).toBe(69);
  const [first] = last('frame')?.heldOut ?? [];
  expect(first?.step).toBe(0);
  await query({ kind: 'edit-parameters', edits: [{ index: 0, value: 42 }] });
  host.receive({ type: 'credit', run: RUN, buffer: null });
  await scheduler.settle();
  const [second, ...others] = last('frame')?.heldOut ?? [];
  expect(others).toEqual([]);
  expect(second?.step).toBe(0);
  expect(second?.loss).not.toBe(first?.loss);
});

describe('queries', () => {
  it('hand over what is large rather than copy it', async () => {
    init();
    const bytes = await checkpointBytes();
    expect(handedOver).toContain(bytes.buffer);
    expect(handedOver).toContain(last('saved')?.checkpoint.buffer);
    const reading = await query({ kind: 'read', text: 'the cats' });
    if (!reading || reading instanceof Uint8Array) throw new Error('nothing was read');
    for (const { hidden, cell } of reading.layers) {
      expect(handedOver).toContain(hidden.buffer);
      expect(handedOver).toContain(cell.buffer);
    }
    expect(new Set(handedOver).size).toBe(handedOver.length);
  });

  it('goes on from the checkpoint that it gave', async () => {
    init();
    host.receive({ type: 'step', run: RUN, command: 1, count: 4 });
    await scheduler.settle();
    const checkpoint = await checkpointBytes();
    init(TEXT_CONFIG, { checkpoint });
    await scheduler.settle();
    expect(last('ready')?.step).toBe(4);
  });

  it('shows another sentence, or an edit, without training', async () => {
    init();
    await query({ kind: 'set-probe', probe: { text: 'cats', lossStep: 0 } });
    host.receive({ type: 'credit', run: RUN, buffer: null });
    await scheduler.settle();
    expect(
      last('frame')
        ?.probe?.tokens.map(({ text }) => text)
        .join(''),
    ).toBe('cats');
    const saves = posted.filter(({ type }) => type === 'saved').length;
    await query({ kind: 'edit-parameters', edits: [{ index: 0, value: 42 }] });
    host.receive({ type: 'credit', run: RUN, buffer: null });
    await scheduler.settle();
    expect(new Float64Array(last('frame')?.parameters ?? new ArrayBuffer(8))[0]).toBe(42);
    expect(posted.filter(({ type }) => type === 'saved')).toHaveLength(saves + 1);
  });

  it('crashes on request where there is no device to lose', async () => {
    init();
    await query({ kind: 'simulate-fault', fault: 'device-lost' });
    expect(crashes).toBe(1);
  });
});

it('says at which step the numbers flew apart, with the beginning saved to go back to', async () => {
  const cell = { kind: 'rnn', activation: 'linear' } as const;
  init({ ...TEXT_CONFIG, cell, clip: null, optimizer: { kind: 'sgd', learningRate: 1e3 } });
  host.receive({ type: 'play', run: RUN, command: 1, stepsPerSecond: null, until: 100 });
  await scheduler.settle();
  expect(last('saved')?.step).toBe(0);
  const failure = last('failed')?.failure;
  expect(failure).toMatchObject({ code: 'diverged' });
  if (failure?.code !== 'diverged') return;
  expect(failure.step).toBeGreaterThan(1);
  expect(Number.isFinite(failure.value)).toBe(false);
});

it('reports a lost device with the step it happened at', async () => {
  init();
  host.receive({ type: 'step', run: RUN, command: 1, count: 2 });
  await scheduler.settle();
  lose('driver reset');
  await microtasks();
  expect(last('failed')?.failure).toEqual({ code: 'device-lost', step: 2, detail: 'driver reset' });
});

describe('a long text', () => {
  const text = 'It was the best of times. '.repeat(20_000);
  const long = { ...TEXT_CONFIG, task: { kind: 'next-symbol', text, level: 'word', vocabulary: 9 } } as const;
  const said = () => posted.filter((message) => message.type === 'preparing');

  it('is cut in slices, and how far it is said when that takes a while', async () => {
    const { now } = scheduler;
    // Every look at the clock takes a while.
    scheduler.now = () => {
      scheduler.advance(90);
      return now();
    };
    init(long);
    await scheduler.settle();
    expect(said().length).toBeGreaterThan(2);
    said().forEach(({ run, done, total }, i) => {
      expect([run, total]).toEqual([RUN, text.length]);
      expect(done).toBeGreaterThan(said()[i - 1]?.done ?? 0);
    });
    expect(last('ready')?.info.tokens).toBe(20_000 * 7);
  });

  it('says nothing where it is quickly done', async () => {
    init(long);
    await scheduler.settle();
    expect(said()).toEqual([]);
    expect(last('ready')?.info.tokens).toBe(20_000 * 7);
  });

  it('is left where it is when another run begins', async () => {
    const { now } = scheduler;
    scheduler.now = () => {
      scheduler.advance(20);
      return now();
    };
    init(long);
    for (let i = 0; i < 3; i++) await scheduler.tick();
    init(TEXT_CONFIG, { run: 2 as RunId });
    await scheduler.settle();
    expect(posted.filter(({ type }) => type === 'ready').map(({ run }) => run)).toEqual([2]);
    expect(last('failed')).toBeUndefined();
  });
});

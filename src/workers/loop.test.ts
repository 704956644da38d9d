import { beforeEach, describe, expect, it } from 'vitest';
import { createHeldOutText } from '../models/language/held-out.ts';
import { type BareFrame, createFramer } from './framer.ts';
import { createHeldOutMeter, type HeldOutMeter, NO_METER } from './held-out.ts';
import {
  createFakeScheduler,
  createFakeTrainer,
  type FakeScheduler,
  type FakeTrainer,
  type FakeTrainerOptions,
} from './loop.testkit.ts';
import { createLoop, type Loop, type LoopMessage } from './loop.ts';

type Message = LoopMessage<BareFrame>;

let scheduler: FakeScheduler;
let trainer: FakeTrainer;
let sent: Message[];
let loop: Loop;

function start(options: Omit<FakeTrainerOptions, 'scheduler'> = {}, parameterCount = 1) {
  scheduler = createFakeScheduler();
  trainer = createFakeTrainer({ scheduler, ...options });
  sent = [];
  loop = open(parameterCount);
}

function open(parameterCount: number, heldOut: HeldOutMeter = NO_METER): Loop {
  return createLoop<BareFrame>({
    trainer,
    scheduler,
    openFramer: (parts) =>
      createFramer({ ...parts, trainer, parameterCount, scheduler, heldOut, probe: () => null }),
    send: (message) => sent.push(message),
    heldOut,
  });
}

const of = <T extends Message['type']>(type: T) =>
  sent.filter((message): message is Extract<Message, { type: T }> => message.type === type);
const frames = () => of('frame');

beforeEach(() => start());

describe('credit', () => {
  it('sends one frame before any training, and only when there is credit', async () => {
    await scheduler.settle();
    expect(frames()).toHaveLength(0);
    loop.credit(null);
    loop.credit(null);
    await scheduler.settle();
    expect(frames()).toHaveLength(1);
    expect(frames()[0]?.stats.step).toBe(0);
    expect(frames()[0]?.playing).toBe(false);
  });

  it('trains on without credit and reads nothing back', async () => {
    await scheduler.settle();
    trainer.calls.length = 0;
    loop.play(null, null);
    await scheduler.settle(20);
    expect(trainer.stepsDone).toBeGreaterThan(100);
    expect(trainer.calls).toEqual([]);
  });

  it('answers credit with the newest step and every loss since the last frame', async () => {
    loop.credit(null);
    await scheduler.settle();
    loop.play(null, null);
    await scheduler.settle(5);
    loop.credit(null);
    await scheduler.settle(1);
    const frame = frames()[1];
    expect(frame?.curve.map(({ step }) => step)).toEqual(
      Array.from({ length: frame?.stats.step ?? 0 }, (_, i) => i + 1),
    );
    expect(new Float64Array(frame?.parameters ?? new ArrayBuffer(0))[0]).toBe(frame?.stats.step);
  });

  it('writes into the buffer that came back, unless it does not fit', async () => {
    const buffer = new ArrayBuffer(8);
    loop.credit(buffer);
    await scheduler.settle();
    expect(frames()[0]?.parameters).toBe(buffer);
    loop.refresh();
    loop.credit(new ArrayBuffer(4));
    await scheduler.settle();
    expect(frames()[1]?.parameters?.byteLength).toBe(8);
  });

  it('owes a frame until credit comes', async () => {
    loop.credit(null);
    await scheduler.settle();
    loop.refresh();
    loop.refresh();
    await scheduler.settle();
    expect(frames()).toHaveLength(1);
    loop.credit(null);
    loop.credit(null);
    await scheduler.settle();
    expect(frames()).toHaveLength(2);
  });
});

describe.each([false, true])('pace (asynchronous trainer: %s)', (asynchronous) => {
  beforeEach(() => start({ asynchronous }));

  it('pauses after the slice in which the message arrives', async () => {
    loop.play(null, null);
    await scheduler.settle(3);
    loop.pause();
    const at = trainer.stepsDone;
    await scheduler.settle();
    expect(trainer.stepsDone).toBe(at);
    expect(at).toBeGreaterThan(0);
  });

  it('yields after the slice, not after one step', async () => {
    loop.play(null, null);
    await scheduler.tick();
    expect(trainer.stepsDone % 8).toBe(0);
    expect(trainer.stepsDone).toBeGreaterThan(0);
  });

  it('stops by itself at `until` and says so', async () => {
    loop.play(null, 13);
    loop.credit(null);
    await scheduler.settle();
    loop.credit(null);
    await scheduler.settle();
    expect(trainer.stepsDone).toBe(13);
    expect(frames().at(-1)).toMatchObject({ playing: false, stats: { step: 13 } });
  });

  it('does exactly the steps asked for, also when asked again before they are done', async () => {
    loop.step(2);
    loop.step(3);
    await scheduler.settle();
    expect(trainer.stepsDone).toBe(5);
  });

  it('turns play into a few more steps', async () => {
    loop.play(null, null);
    await scheduler.settle(2);
    const at = trainer.stepsDone;
    loop.step(1);
    await scheduler.settle();
    expect(trainer.stepsDone).toBe(at + 1);
  });

  it('keeps to the steps per second asked for', async () => {
    loop.play(10, null);
    for (let i = 0; i < 200; i++) {
      await scheduler.settle();
      scheduler.advance(10);
    }
    // 200 × 10 ms and 1 ms a step: two seconds, so twenty steps and the one at time 0.
    expect(trainer.stepsDone).toBe(21);
    loop.credit(null);
    await scheduler.settle();
    expect(frames()[0]?.stepsPerSecond).toBeCloseTo(10, 0);
  });

  it('pauses while it waits for its pace', async () => {
    loop.play(1, null);
    await scheduler.settle();
    loop.pause();
    loop.credit(null);
    await scheduler.settle();
    expect(frames()).toHaveLength(1);
    expect(frames()[0]?.playing).toBe(false);
  });
});

describe('checkpoints', () => {
  it('saves at the start, every interval of training, and on pause', async () => {
    await scheduler.settle();
    expect(of('saved').map(({ step }) => step)).toEqual([0]);
    loop.play(null, null);
    await scheduler.settle(700);
    expect(of('saved')).toHaveLength(2);
    expect(of('saved')[1]?.step).toBe(5000);
    loop.pause();
    await scheduler.settle();
    expect(of('saved')[2]?.step).toBe(trainer.stepsDone);
  });

  it('does not save the same step twice, unless its numbers were changed', async () => {
    loop.pause();
    loop.pause();
    await scheduler.settle();
    expect(of('saved')).toHaveLength(1);
    await Promise.all([loop.enqueue(() => trainer.edit([{ index: 0, value: 7 }])), scheduler.settle()]);
    loop.touch('settings');
    await scheduler.settle();
    expect(of('saved')).toHaveLength(2);
  });
});

describe('a large model', () => {
  const COUNT = 100_000;
  const carried = () => frames().filter(({ parameters }) => parameters !== null).length;
  /** A credit for every slice of 8 steps, as a page that draws gives it. */
  const playOn = async (slices: number) => {
    for (let i = 0; i < slices; i++) {
      loop.credit(null);
      await scheduler.tick();
    }
  };

  it('carries its parameters in so few frames that copying takes a twentieth of the time', async () => {
    start({ copyMs: 10 }, COUNT);
    loop.play(null, null);
    await playOn(500);
    expect(frames().length).toBeGreaterThan(400);
    const snapshots = trainer.calls.filter((call) => call === 'snapshot').length;
    expect(snapshots).toBe(carried());
    expect((10 * snapshots) / scheduler.now()).toBeLessThan(0.055);
    expect((10 * snapshots) / scheduler.now()).toBeGreaterThan(0.035);
    expect(frames().every(({ parameters, probe }) => parameters !== null || probe === null)).toBe(true);
  });

  it('carries them when the run comes to rest, after a step, and when something else is to be shown', async () => {
    start({ copyMs: 1000 }, COUNT);
    loop.play(null, null);
    await playOn(3);
    expect(frames().at(-1)?.parameters).toBeNull();
    for (const act of [() => loop.pause(), () => loop.step(1), () => loop.refresh()]) {
      act();
      loop.credit(null);
      await scheduler.settle();
      loop.credit(null);
      await scheduler.settle();
      const frame = frames().at(-1);
      expect(new Float64Array(frame?.parameters ?? []).at(0)).toBe(frame?.stats.step);
    }
  });

  it('writes them into the buffer that came back before they were due', async () => {
    start({ copyMs: 10 }, COUNT);
    loop.play(null, null);
    await playOn(2);
    const buffer = new ArrayBuffer(8 * COUNT);
    loop.credit(buffer);
    await scheduler.tick();
    expect(frames().at(-1)?.parameters).toBeNull();
    loop.pause();
    loop.credit(null);
    await scheduler.settle();
    expect(frames().at(-1)?.parameters).toBe(buffer);
  });

  it('that copies in no time carries them always, and a small one however long it takes', async () => {
    for (const [copyMs, count] of [
      [0, COUNT],
      [10, 50_000],
    ] as const) {
      start({ copyMs }, count);
      loop.play(null, null);
      await playOn(30);
      expect(carried()).toBe(frames().length);
    }
  });

  it('is saved the less often, the longer that takes; on pause all the same', async () => {
    start({ copyMs: 1000 }, COUNT);
    loop.play(null, null);
    await scheduler.settle(12_000);
    expect(scheduler.now()).toBeGreaterThan(80_000);
    expect(of('saved')).toHaveLength(Math.floor(scheduler.now() / 40_000) + 1);
    loop.pause();
    await scheduler.settle();
    expect(of('saved').at(-1)?.step).toBe(trainer.stepsDone);
  });
});

describe('held-out text', () => {
  const text = createHeldOutText(Int32Array.from({ length: 200 }), { batch: 1, steps: 10 });
  if (!text) throw new Error('nothing to predict');
  const evaluations = () => trainer.calls.filter((call) => call.startsWith('evaluate')).length;
  beforeEach(() => {
    scheduler = createFakeScheduler();
    trainer = createFakeTrainer({ scheduler });
    sent = [];
    const heldOut = createHeldOutMeter(text, 100, trainer);
    loop = open(1, heldOut);
  });

  it('is measured in slices, at the beginning and every so many steps; training waits', async () => {
    loop.play(null, 250);
    loop.credit(null);
    await scheduler.settle(1);
    expect(evaluations()).toBe(16);
    expect(trainer.stepsDone).toBe(0);
    await scheduler.settle();
    loop.credit(null);
    await scheduler.settle();
    const points = frames().flatMap(({ heldOut }) => heldOut);
    expect(points.map(({ step }) => step)).toEqual([0, 100, 200]);
    expect(points[1]?.loss).toBeCloseTo(1 / 101, 12);
    expect(trainer.stepsDone).toBe(250);
  });

  it('lets a pause land at once, and is finished while paused', async () => {
    loop.play(null, null);
    loop.credit(null);
    while (trainer.stepsDone < 100) await scheduler.tick();
    const before = evaluations();
    loop.pause();
    loop.credit(null);
    await scheduler.tick();
    expect(frames().at(-1)).toMatchObject({ playing: false, stats: { step: 100 } });
    expect(evaluations() - before).toBeLessThan(20);
    loop.credit(null);
    await scheduler.settle();
    expect(frames().at(-1)?.heldOut).toEqual([{ step: 100, loss: expect.closeTo(1 / 101, 12) }]);
    expect(trainer.stepsDone).toBe(100);
  });

  it('is measured again when parameters were changed by hand, not when settings were', async () => {
    await scheduler.settle();
    const before = evaluations();
    loop.touch('settings');
    await scheduler.settle();
    expect(evaluations()).toBe(before);
    loop.touch('parameters');
    await scheduler.settle();
    expect(evaluations()).toBe(2 * before);
  });

  it('does not count as slow training', async () => {
    loop.play(null, 1000);
    loop.credit(null);
    await scheduler.settle();
    loop.credit(null);
    await scheduler.settle();
    expect(Math.abs((frames().at(-1)?.stepsPerSecond ?? 0) - 1000)).toBeLessThan(10);
  });
});

describe('failure', () => {
  it('stops at the step that diverged, says so once, and frees the trainer', async () => {
    start({ divergeAt: 10 });
    loop.play(null, null);
    await scheduler.settle();
    loop.play(null, null);
    loop.credit(null);
    await scheduler.settle();
    expect(sent.filter(({ type }) => type !== 'saved')).toEqual([
      { type: 'failed', failure: { code: 'diverged', step: 10, what: 'loss', value: Number.NaN } },
    ]);
    expect(trainer.disposed).toBe(true);
  });

  it('names exhausted memory, and calls anything else a crash', async () => {
    void loop.enqueue(() => {
      throw new RangeError('Array buffer allocation failed');
    });
    await scheduler.settle();
    expect(of('failed')[0]?.failure.code).toBe('out-of-memory');
    start();
    void loop.enqueue(() => {
      throw new Error('no such thing');
    });
    await scheduler.settle();
    expect(of('failed')[0]?.failure).toEqual({ code: 'crashed', step: 0, detail: 'no such thing' });
  });

  it('says nothing more once disposed, and answers what was still asked with null', async () => {
    start();
    const asked = loop.enqueue(() => 1);
    loop.dispose();
    expect(await asked).toBeNull();
    loop.play(null, null);
    loop.credit(null);
    await scheduler.settle();
    expect(sent).toEqual([]);
    expect(trainer.disposed).toBe(true);
  });
});

it('runs a job between two steps, in order', async () => {
  loop.play(null, null);
  await scheduler.settle(2);
  const seen: number[] = [];
  const jobs = [1, 2].map((n) => loop.enqueue(() => seen.push(n)));
  await scheduler.settle(2);
  await Promise.all(jobs);
  expect(seen).toEqual([1, 2]);
});

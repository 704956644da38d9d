import { beforeEach, expect, it } from 'vitest';
import { createFakeScheduler, type FakeScheduler } from '../loop.testkit.ts';
import { prepareRun, startOf, WORDS_CONFIG } from './embeddings.testkit.ts';
import { type BareEmbeddingFrame, createEmbeddingFramer } from './framer.ts';
import type { EmbeddingTrainer } from './protocol.ts';

let scheduler: FakeScheduler;
let trainer: EmbeddingTrainer;
let frames: BareEmbeddingFrame[];
let framer: ReturnType<typeof createEmbeddingFramer>;
/** Milliseconds that a view takes. */
let viewMs: number;

beforeEach(async () => {
  scheduler = createFakeScheduler();
  scheduler.advance(1000);
  frames = [];
  viewMs = 0;
  const real = (await prepareRun(WORDS_CONFIG)).createReference(startOf(WORDS_CONFIG));
  trainer = Object.create(real, {
    view: {
      value: (watch: Parameters<EmbeddingTrainer['view']>[0]) => {
        scheduler.advance(viewMs);
        return real.view(watch);
      },
    },
  }) as EmbeddingTrainer;
  framer = createEmbeddingFramer({
    trainer,
    scheduler,
    watch: () => ({ input: ['cat'] }),
    moment: () => ({ stepsPerSecond: 100, playing: true, command: 2 }),
    send: (frame) => frames.push(frame),
  });
});

/** Gives a credit, and sends if a frame is due. */
function turn(): boolean {
  framer.credit(null);
  const isDue = framer.isDue();
  if (isDue) void framer.send();
  return isDue;
}

it('sends nothing without credit, and the first frame with it', () => {
  expect(framer.isDue()).toBe(false);
  expect(turn()).toBe(true);
  expect(frames[0]).toMatchObject({ type: 'frame', playing: true, command: 2, done: false });
  expect(frames[0]?.view.input[0]).toEqual(trainer.view({ input: ['cat'] }).input[0]);
});

it('shows ten states a second at most, and what is owed at once', () => {
  turn();
  void trainer.step(1);
  expect(turn()).toBe(false);
  framer.owe();
  expect(turn()).toBe(true);
  void trainer.step(1);
  scheduler.advance(95);
  expect(turn()).toBe(true);
});

it('sends nothing when nothing was learnt', () => {
  turn();
  scheduler.advance(500);
  expect(turn()).toBe(false);
});

it('takes no more than a tenth of the time for frames that cost much', () => {
  viewMs = 40;
  turn();
  void trainer.step(1);
  scheduler.advance(200);
  expect(turn()).toBe(false);
  scheduler.advance(201);
  expect(turn()).toBe(true);
});

it('tells words a second by the words of its steps', () => {
  turn();
  void trainer.step(10);
  framer.owe();
  turn();
  expect(frames[1]?.wordsPerSecond).toBeCloseTo((100 * trainer.stats().read) / 10, 9);
});

import { createBudget } from '../budget.ts';
import type { Framer, FramerParts } from '../loop.ts';
import type { Scheduler } from '../scheduler.ts';
import type { EmbeddingFrame, EmbeddingTrainer, EmbeddingWatch } from './protocol.ts';

/** A frame without its run's id. */
export type BareEmbeddingFrame = Omit<EmbeddingFrame, 'run'>;

export interface EmbeddingFramerOptions extends FramerParts<BareEmbeddingFrame> {
  readonly trainer: EmbeddingTrainer;
  readonly scheduler: Scheduler;
  readonly watch: () => EmbeddingWatch;
}

/** The page shows no more than ten states a second: more frames would be computed for nobody. */
const EVERY_MS = 90;
/** Share of the time that frames may take. Rankings over a large vocabulary cost milliseconds. */
const SHARE = 0.1;
/** Frames that the reading speed looks back on. */
const LOOK_BACK = 16;

/** Frames of a run of embeddings. Those that are owed come at once, others as often as they are paid for. */
export function createEmbeddingFramer(options: EmbeddingFramerOptions): Framer {
  const { trainer, scheduler, watch, moment, send } = options;
  const budget = createBudget(SHARE);
  const density = createDensity();
  let credits = 0;
  let isOwed = true;
  let framedStep = trainer.stepsDone;
  let framedAt = Number.NEGATIVE_INFINITY;
  const isTime = (now: number) => now >= framedAt + EVERY_MS && budget.isAffordable(now);
  return {
    credit() {
      credits++;
    },
    owe() {
      isOwed = true;
    },
    isDue: () => credits > 0 && (isOwed || (trainer.stepsDone !== framedStep && isTime(scheduler.now()))),
    send() {
      const begun = scheduler.now();
      credits--;
      isOwed = false;
      framedStep = trainer.stepsDone;
      framedAt = begun;
      const stats = trainer.stats();
      const now = moment();
      const asked = watch();
      const view = { ...trainer.view(asked), watch: asked };
      budget.spend(begun, scheduler.now());
      send(
        {
          type: 'frame',
          stats,
          curve: trainer.curve(),
          ...now,
          wordsPerSecond: now.stepsPerSecond * density.wordsPerStep(stats.step, stats.read),
          done: trainer.isDone(),
          view,
          heldOut: trainer.heldOut?.() ?? null,
        },
        [],
      );
    },
  };
}

/** How many words a step reads, over the last frames. */
function createDensity() {
  let seen: { readonly step: number; readonly read: number }[] = [];
  return {
    wordsPerStep(step: number, read: number): number {
      if (seen.at(-1)?.step !== step) seen = [...seen, { step, read }].slice(-LOOK_BACK);
      const [first] = seen;
      if (first && step > first.step) return (read - first.read) / (step - first.step);
      return step > 0 ? read / step : 0;
    },
  };
}

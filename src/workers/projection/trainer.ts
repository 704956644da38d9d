import type { LoopTrainer } from '../loop.ts';
import type { Scheduler } from '../scheduler.ts';
import type { MapEngine } from './map-engine.ts';

/** A map as the loop sees it; which engine moves it may change between two steps. */
export interface MapTrainer extends LoopTrainer {
  readonly engine: MapEngine;
  /** Ends the engine of before. */
  replace(engine: MapEngine): void;
}

/** What one call of `step` takes about, ms. */
const STEP_MS = 2;
/** Iterations that a call grows by at most. */
const GROWTH = 2;

export function createMapTrainer(
  first: MapEngine,
  scheduler: Scheduler,
  checkpoint: (engine: MapEngine) => Uint8Array<ArrayBuffer>,
): MapTrainer {
  let engine = first;
  let portion = 1;
  return {
    get engine() {
      return engine;
    },
    get stepsDone() {
      return engine.iteration;
    },
    async step(most) {
      const begun = scheduler.now();
      const count = Math.min(most, portion);
      await engine.step(count);
      const took = Math.max(scheduler.now() - begun, 0.01);
      portion = Math.max(1, Math.min(GROWTH * portion, Math.floor((count * STEP_MS) / took)));
    },
    isDone: () => engine.isDone(),
    checkpoint: () => checkpoint(engine),
    replace(next) {
      engine.dispose();
      engine = next;
      portion = 1;
    },
    dispose: () => engine.dispose(),
  };
}

import type { LoopTrainer } from './loop.ts';
import type { Scheduler } from './scheduler.ts';

/** A checkpoint on its way to the page. */
export interface Saved {
  readonly type: 'saved';
  readonly step: number;
  readonly checkpoint: Uint8Array;
}

/** Checkpoints that a run sends by itself. */
export interface Saver {
  /** One is due even if the interval is not over. */
  ask(): void;
  /** The trainer's numbers were changed by hand: what was saved of this step no longer holds. */
  invalidate(): void;
  /** Training begins: the time before it does not count. */
  restartClock(): void;
  isDue(): boolean;
  save(): Promise<void>;
}

export interface SaverOptions {
  readonly trainer: Pick<LoopTrainer, 'stepsDone' | 'checkpoint'>;
  readonly scheduler: Scheduler;
  readonly send: (message: Saved, transfer: readonly ArrayBuffer[]) => void;
  /** Training between two of them, unless they are costly. */
  readonly everyMs: number;
}

/** Share of the time that saving may take here. Storing in the page takes about as much again. */
const SHARE = 0.025;
/** What is stored goes to a disk that wears out: 2 MB a second is plenty. */
const BYTES_PER_MS = 2000;

/** Saves at most every `everyMs`, and less often what takes long or is large. The bytes are transferred. */
export function createSaver({ trainer, scheduler, send, everyMs }: SaverOptions): Saver {
  let isAsked = true;
  let savedStep = -1;
  let savedAt = scheduler.now();
  let interval = everyMs;
  return {
    ask() {
      isAsked = true;
    },
    invalidate() {
      savedStep = -1;
    },
    restartClock() {
      savedAt = scheduler.now();
    },
    isDue() {
      if (savedStep === trainer.stepsDone) return false;
      return isAsked || scheduler.now() - savedAt >= interval;
    },
    async save() {
      const step = trainer.stepsDone;
      isAsked = false;
      savedAt = scheduler.now();
      savedStep = step;
      const checkpoint = await trainer.checkpoint();
      interval = Math.max(everyMs, (scheduler.now() - savedAt) / SHARE, checkpoint.length / BYTES_PER_MS);
      send({ type: 'saved', step, checkpoint }, [checkpoint.buffer]);
    },
  };
}

import type { HeldOutText } from '../models/language/held-out.ts';
import { assertFinite } from './numbers.ts';
import type { HeldOutPoint, Trainer } from './protocol.ts';
import { CURVE_LIMIT, createThinner } from './thinner.ts';

/** Measures a run on held-out text, batch by batch, so that whoever drives it can rest in between. */
export interface HeldOutMeter {
  /** Whether the present step is to be measured, or is being measured: training waits as long as it is. */
  isDue(): boolean;
  /** Measures the next batch. */
  advance(): Promise<void>;
  /** The parameters were changed by hand: the present step is measured again. */
  restart(): void;
  /** Points measured since the last call, oldest first (thinned to 512 at the most). */
  take(): HeldOutPoint[];
}

/** For runs that hold nothing out. */
export const NO_METER: HeldOutMeter = {
  isDue: () => false,
  advance: async () => {},
  restart() {},
  take: () => [],
};

/** The step that a run begins or goes on at is measured, and every step that is a multiple of `every`. */
export function createHeldOutMeter(
  text: HeldOutText,
  every: number,
  trainer: Pick<Trainer, 'stepsDone' | 'evaluate'>,
): HeldOutMeter {
  const points = createThinner<HeldOutPoint>(CURVE_LIMIT);
  let measured: number | null = null;
  /** The batch that is next, and what those before it lost (nats). */
  let next = 0;
  let sum = 0;
  const isDue = () => {
    const { stepsDone } = trainer;
    return measured === null || (stepsDone !== measured && stepsDone % every === 0);
  };
  return {
    isDue,
    async advance() {
      const step = trainer.stepsDone;
      if (next === 0) sum = 0;
      const batch = text.batch(next);
      const loss = trainer.evaluate(batch);
      sum += batch.asked * (typeof loss === 'number' ? loss : await loss);
      assertFinite('loss', sum, step);
      next = (next + 1) % text.batches;
      if (next > 0) return;
      measured = step;
      points.push({ step, loss: sum / text.predictions });
    },
    restart() {
      measured = null;
      next = 0;
    },
    take: points.take,
  };
}

import { CURVE_LIMIT, createThinner } from '../thinner.ts';
import type { EmbeddingPoint } from './protocol.ts';

/** The losses of a run's steps as means. */
export interface LossMeter {
  /** What came of the steps since the last call, up to number `step`, the first being 1: examples and the sum of their losses. */
  add(step: number, examples: number, loss: number): void;
  /** Mean loss of an example over the last steps; NaN before any. */
  mean(): number;
  /** Points since the last call. */
  take(): EmbeddingPoint[];
  /** All that the next numbers depend on, for a checkpoint. */
  state(): readonly number[];
}

/** Points of the curve of a whole run. */
const POINTS = 512;

/**
 * A point is the mean over a block of steps, which end at multiples of the same number whatever the speed and however often the
 * run was paused: the same run, step by step, has the same curve. `steps` are those of the whole run, `saved` what `state` gave.
 */
export function createLossMeter(steps: number, saved: readonly number[] = []): LossMeter {
  const block = Math.max(1, Math.ceil(steps / POINTS));
  const points = createThinner<EmbeddingPoint>(CURVE_LIMIT);
  /** The last whole block, and the one under way. */
  let [lastExamples = 0, lastLoss = 0, examples = 0, loss = 0, before = 0] = saved;
  return {
    add(step, count, sum) {
      examples += count;
      loss += sum;
      const isOver = Math.floor(step / block) > Math.floor(before / block);
      before = step;
      if (!isOver) return;
      if (examples > 0) {
        points.push({ step, loss: loss / examples });
        [lastExamples, lastLoss] = [examples, loss];
      }
      [examples, loss] = [0, 0];
    },
    mean: () => (lastLoss + loss) / (lastExamples + examples),
    take: points.take,
    state: () => [lastExamples, lastLoss, examples, loss, before],
  };
}

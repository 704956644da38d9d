import { NO_TARGET } from '../../models/dense/losses.ts';
import { exampleAt, type TaskBatch } from '../../models/tasks/task.ts';

/** What nobody who reads a sentence only up to a word can beat when asked about that word. */
export interface ForwardFloor {
  /** Mean cross-entropy a word, nats: the entropy of the tag given all words so far. */
  readonly loss: number;
  /** Share of words whose more frequent tag, given all words so far, is the right one. */
  readonly accuracy: number;
}

interface Counts {
  [target: number]: number;
}

/** Tags counted under each beginning of a sentence, its last word included. */
function countByBeginning(batch: TaskBatch): readonly Counts[] {
  const counts = new Map<string, Counts>();
  for (let b = 0; b < batch.batch; b++) {
    const { ids, targets } = exampleAt(batch, b);
    ids.forEach((_, t) => {
      const target = targets[t] ?? NO_TARGET;
      if (target === NO_TARGET) return;
      const beginning = ids.slice(0, t + 1).join(' ');
      const found = counts.get(beginning) ?? {};
      found[target] = (found[target] ?? 0) + 1;
      counts.set(beginning, found);
    });
  }
  return [...counts.values()];
}

/**
 * Measured on a batch: sentences are grouped by their beginning up to each word. A tagger that has read no more says the
 * same for all sentences of a group, and does best with the group's own shares.
 */
export function forwardFloor(batch: TaskBatch): ForwardFloor {
  let [asked, loss, right] = [0, 0, 0];
  for (const counts of countByBeginning(batch)) {
    const values = Object.values(counts) as number[];
    const total = values.reduce((sum, count) => sum + count, 0);
    asked += total;
    right += Math.max(...values);
    for (const count of values) loss -= count * Math.log(count / total);
  }
  return { loss: loss / asked, accuracy: right / asked };
}

import { readSequence } from '../../models/network/reading.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import type { TaskBatch } from '../../models/tasks/task.ts';
import { nameProbabilities } from './score.ts';
import { NAME } from './task.ts';

/** P(name) of every word of one sentence when only so many words behind it are known: (T). 0: nothing of the future. */
export function readAhead(
  network: TokenNetwork,
  flat: Float64Array,
  ids: Int32Array,
  ahead: number,
): Float64Array {
  return Float64Array.from(ids, (_, t) => {
    const known = ids.subarray(0, Math.min(ids.length, t + 1 + ahead));
    return readSequence(network, flat, known).probabilities[t * network.classes + NAME] ?? Number.NaN;
  });
}

/** The first `steps` steps of a batch; who ends earlier stays masked. */
function beginning({ ids, batch, mask }: TaskBatch, steps: number) {
  const rows = steps * batch;
  return { ids: ids.subarray(0, rows), batch, ...(mask ? { mask: mask.subarray(0, rows) } : {}) };
}

/** The same for a batch, (T, B): each word's tag as it is said once `ahead` more words are in. */
export function batchAhead(
  network: TokenNetwork,
  flat: Float64Array,
  sentences: TaskBatch,
  ahead: number,
): Float64Array {
  const { steps, batch } = sentences;
  const said = new Float64Array(steps * batch);
  for (let t = 0; t < steps; t++) {
    const known = Math.min(steps, t + 1 + ahead);
    const names = nameProbabilities(network, flat, beginning(sentences, known));
    said.set(names.subarray(t * batch, (t + 1) * batch), t * batch);
  }
  return said;
}

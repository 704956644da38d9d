import type { TokenNetwork } from '../../models/network/token-network.ts';
import { padded, type TaskBatch } from '../../models/tasks/task.ts';
import { nameProbabilities, scoreTags, type TagScore } from './score.ts';

/** What fills a batch behind the end of a shorter sentence: token 0, whatever word that is. */
export const PADDING_ID = 0;

/** One sentence with `count` steps of padding behind it, and the mask that says so. */
export function padSentence(
  ids: Int32Array,
  count: number,
): { readonly ids: Int32Array; readonly mask: Uint8Array } {
  const length = ids.length + count;
  const longer = new Int32Array(length).fill(PADDING_ID);
  longer.set(ids);
  return { ids: longer, mask: Uint8Array.from(longer, (_, t) => Number(t < ids.length)) };
}

/** The score on sentences with `count` more steps of padding, the padding masked or read like words. */
export function scorePadded(
  network: TokenNetwork,
  flat: Float64Array,
  sentences: TaskBatch,
  count: number,
  masked: boolean,
): TagScore {
  const { mask, ...batch } = padded(sentences, sentences.steps + count);
  const names = nameProbabilities(network, flat, masked && mask ? { ...batch, mask } : batch);
  return scoreTags(names, batch);
}

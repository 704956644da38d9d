import { forwardNetwork, networkZeroStates, type TokenNetwork } from '../../models/network/token-network.ts';
import { padded, type TaskBatch } from '../../models/tasks/task.ts';
import { nameProbabilities, scoreTags, type TagScore } from './score.ts';
import type { Tagger, Taggers } from './shared-taggers.ts';

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

/** P(name) at every word of a sentence with padding behind it. */
export interface PaddedAnswers {
  /** Both ways, padding masked; both ways, padding read like words; forward only, padding read. */
  readonly masked: Float64Array;
  readonly read: Float64Array;
  readonly forward: Float64Array;
}

/** P(name) at every word of a padded sentence: padding masked, padding read, and read by the forward-only tagger. */
export function readPadded(
  taggers: Pick<Taggers, 'forward' | 'concat'>,
  sentence: Int32Array,
  count: number,
): PaddedAnswers {
  const { ids, mask } = padSentence(sentence, count);
  const read = ({ network, flat }: Tagger, masked: boolean) =>
    nameProbabilities(network, flat, { ids, batch: 1, ...(masked ? { mask } : {}) }).subarray(
      0,
      sentence.length,
    );
  return {
    masked: read(taggers.concat, true),
    read: read(taggers.concat, false),
    forward: read(taggers.forward, false),
  };
}

/** How far ←a of the true last word is from what it would be without padding: the largest difference of a unit. */
export function distanceAtEnd({ network, flat }: Tagger, sentence: Int32Array, count: number): number {
  const { ids, mask } = padSentence(sentence, count);
  const [masked, read] = [{ mask }, {}].map((options) => {
    const trace = forwardNetwork(network, flat, ids, networkZeroStates(network, 1), options);
    const start = (sentence.length - 1) * network.hidden;
    return trace.layers[0]?.[1]?.values.hidden?.subarray(start, start + network.hidden) ?? new Float64Array();
  });
  return Math.max(
    0,
    ...Array.from(masked ?? [], (value, unit) => Math.abs(value - (read?.[unit] ?? Number.NaN))),
  );
}

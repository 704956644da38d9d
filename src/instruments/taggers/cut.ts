import { readSequence } from '../../models/network/reading.ts';
import type { Cut } from './figure-settings.ts';
import { batchAhead, readAhead } from './look-ahead.ts';
import { namesOf } from './names-of.ts';
import { nameProbabilities, scoreTags, type TagScore } from './score.ts';
import type { Tagger, Taggers } from './shared-taggers.ts';
import { meanBackward, withConstantBackward, withoutBackward } from './surgery.ts';
import { HELD_OUT, type ReadSentence, TRAINED_ON } from './task.ts';

/** Parameters of a two-way tagger with something constant in the place of ←a; `alone` changes none. */
export function cutParameters({ network, flat }: Pick<Tagger, 'network' | 'flat'>, cut: Cut): Float64Array {
  if (cut === 'zero') return withoutBackward(network, flat);
  if (cut === 'alone') return flat;
  return withConstantBackward(network, flat, meanBackward(network, flat, TRAINED_ON));
}

/** P(name) of every word of a sentence under a two-way tagger that hears nothing of the words behind. */
export function readCut(tagger: Pick<Tagger, 'network' | 'flat'>, cut: Cut, ids: Int32Array): Float64Array {
  const { network, flat } = tagger;
  // A backward chain that begins at the word itself is a sentence that ends there.
  if (cut === 'alone') return readAhead(network, flat, ids, 0);
  return namesOf(readSequence(network, cutParameters(tagger, cut), ids));
}

/** What the cut tagger is worth on sentences that it was never trained on. */
export function scoreCut(tagger: Pick<Tagger, 'network' | 'flat'>, cut: Cut): TagScore {
  const { network, flat } = tagger;
  const names =
    cut === 'alone'
      ? batchAhead(network, flat, HELD_OUT, 0)
      : nameProbabilities(network, cutParameters(tagger, cut), HELD_OUT);
  return scoreTags(names, HELD_OUT);
}

/** P(name) of a sentence under the two trained taggers, and under the two-way one with its backward chain cut. */
export interface CutAnswers {
  readonly forward: Float64Array;
  readonly cut: Float64Array;
  readonly concat: Float64Array;
}

/** Null: the sentence cannot be read. */
export function namesUnder(
  taggers: Pick<Taggers, 'forward' | 'concat'>,
  cut: Cut,
  { ids }: Pick<ReadSentence, 'ids'>,
): CutAnswers | null {
  if (!ids) return null;
  const read = ({ network, flat }: Tagger) => namesOf(readSequence(network, flat, ids));
  return {
    forward: read(taggers.forward),
    cut: readCut(taggers.concat, cut, ids),
    concat: read(taggers.concat),
  };
}

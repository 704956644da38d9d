import { describe, expect, it } from 'vitest';
import { type Reading, readSequence } from '../../models/network/reading.ts';
import { viewNetwork } from '../../models/network/token-network.ts';
import { headLogits, softmax } from '../../models/softmax/full.ts';
import { exampleAt } from '../../models/tasks/task.ts';
import { meanBackward, withChainsExchanged, withConstantBackward, withoutBackward } from './surgery.ts';
import { trainTagger } from './taggers.testkit.ts';
import { readSentence, TRAINED_ON } from './task.ts';

const { network, flat } = trainTagger('concat', 20, 4);
const IDS = readSentence('he said Teddy bears are on sale').ids ?? new Int32Array();
const close = (a: Float64Array, b: ArrayLike<number>) => {
  expect(a).toHaveLength(b.length);
  a.forEach((value, i) => {
    expect(value).toBeCloseTo(b[i] ?? Number.NaN, 12);
  });
};
/** Every unit of the backward chain held, by hand, at every step. */
const held = (values: ArrayLike<number>) =>
  readSequence(network, flat, IDS, {
    holds: Array.from(IDS).flatMap((_, step) =>
      Array.from(
        values,
        (value, unit) => ({ layer: 0, direction: 1, role: 'hidden', step, unit, value }) as const,
      ),
    ),
  }).probabilities;

describe('the backward chain of a trained tagger', () => {
  it('cut off is the chain held at 0', () => {
    close(readSequence(network, withoutBackward(network, flat), IDS).probabilities, held([0, 0, 0, 0]));
  });

  it('at its mean is the chain held there, and the mean is over words, not over padding', () => {
    const mean = meanBackward(network, flat, TRAINED_ON);
    const words = Array.from({ length: TRAINED_ON.batch }, (_, b) => exampleAt(TRAINED_ON, b).ids).flatMap(
      (ids) => {
        const { trace } = readSequence(network, flat, Int32Array.from(ids));
        const hidden = trace.layers[0]?.[1]?.values.hidden ?? new Float64Array();
        return ids.map((_, t) => hidden.subarray(4 * t, 4 * t + 4));
      },
    );
    close(
      mean,
      [0, 1, 2, 3].map((unit) => words.reduce((sum, a) => sum + (a[unit] ?? 0), 0) / words.length),
    );
    close(readSequence(network, withConstantBackward(network, flat, mean), IDS).probabilities, held(mean));
  });

  it('leaves the given parameters alone', () => {
    const before = flat.slice();
    withoutBackward(network, flat);
    withChainsExchanged(network, flat);
    expect(flat).toEqual(before);
  });
});

/** What the read-out makes of each step's two vectors in the other order. */
function exchangedByHand({ trace }: Reading, tagger: typeof network, parameters: Float64Array): Float64Array {
  const [a, b] = (trace.layers[0] ?? []).map(({ values }) => values.hidden ?? new Float64Array());
  const n = tagger.hidden;
  const output = Array.from(IDS).flatMap((_, t) => {
    const [one, other] = [a, b].map((chain) => Array.from(chain?.subarray(t * n, (t + 1) * n) ?? []));
    if (tagger.directions === 'concat') return [...(other ?? []), ...(one ?? [])];
    return (other ?? []).map((value, i) => value + (one?.[i] ?? 0));
  });
  const { head } = viewNetwork(tagger, parameters);
  return softmax(headLogits(head, Float64Array.from(output), IDS.length), 2);
}

describe('exchanging →a and ←a', () => {
  it('changes what a concatenation says, and is what exchanging the vectors gives', () => {
    const plain = readSequence(network, flat, IDS);
    const exchanged = readSequence(network, withChainsExchanged(network, flat), IDS).probabilities;
    close(exchanged, exchangedByHand(plain, network, flat));
    expect(Math.abs((exchanged[0] ?? 0) - (plain.probabilities[0] ?? 0))).toBeGreaterThan(1e-3);
  });

  it('changes nothing where they are added', () => {
    const added = trainTagger('sum', 20, 4);
    const plain = readSequence(added.network, added.flat, IDS);
    expect(exchangedByHand(plain, added.network, added.flat)).toEqual(plain.probabilities);
    expect(withChainsExchanged(added.network, added.flat)).toEqual(added.flat);
  });

  it('is not for other networks', () => {
    const forward = trainTagger('forward', 1, 2);
    expect(() => withoutBackward(forward.network, forward.flat)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { initialiseNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { forwardFloor } from './floor.ts';
import { scoreTagger } from './score.ts';
import { CELLS, taggerNetwork } from './tagger-settings.ts';
import { trainTagger } from './taggers.testkit.ts';
import { HELD_OUT, NAME, readSentence } from './task.ts';

const BEARS = readSentence('he said Teddy bears are on sale').ids ?? new Int32Array();
const ROOSEVELT = readSentence('he said Teddy Roosevelt was a great president').ids ?? new Int32Array();
const bits = (values: Float64Array) => [...new BigUint64Array(Float64Array.from(values).buffer)];

describe('a tagger that reads forward only', () => {
  it('says the same number at every word of a common beginning, bit for bit, trained', () => {
    const { network, flat } = trainTagger('forward', 30);
    const [one, other] = [BEARS, ROOSEVELT].map((ids) => readSequence(network, flat, ids).probabilities);
    const upTo = (steps: number) =>
      [one, other].map((p) => bits(p?.subarray(0, steps * 2) ?? new Float64Array()));
    expect(upTo(3)[0]).toEqual(upTo(3)[1]);
    expect(upTo(4)[0]).not.toEqual(upTo(4)[1]);
  });

  it.each(CELLS)('does so whatever its weights: %s', (cell) => {
    for (let seed = 0; seed < 20; seed++) {
      const network = taggerNetwork({ cell, hidden: 5 }, 'forward');
      const random = createRandom(seed);
      const flat = initialiseNetwork(network, random, {}).map((value) => value + random.normal());
      const [one, other] = [BEARS, ROOSEVELT].map((ids) =>
        bits(readSequence(network, flat, ids).probabilities.subarray(0, 6)),
      );
      expect(one).toEqual(other);
    }
  });

  it('comes no further than its floor: one word in each sentence is a coin toss', () => {
    const { loss, accuracy } = forwardFloor(HELD_OUT);
    const { network, flat } = trainTagger('forward', 100);
    const score = scoreTagger(network, flat, HELD_OUT);
    expect(score.ambiguous).toBe(0.5);
    expect(score.all).toBeCloseTo(accuracy, 12);
    expect(score.loss).toBeGreaterThanOrEqual(loss);
    expect(score.loss).toBeLessThan(loss + 0.05);
  });
});

it.each(['concat', 'sum'] as const)(
  'both ways (%s) separates them, on combinations never trained too',
  (how) => {
    const { network, flat } = trainTagger(how, 60);
    const teddy = (ids: Int32Array) => readSequence(network, flat, ids).probabilities[2 * 2 + NAME];
    expect(teddy(BEARS)).toBeLessThan(0.05);
    expect(teddy(ROOSEVELT)).toBeGreaterThan(0.95);
    expect(scoreTagger(network, flat, HELD_OUT).ambiguous).toBeGreaterThan(0.95);
  },
);

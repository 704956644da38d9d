import { expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { distanceAtEnd, padSentence, readPadded, scorePadded } from './padding.ts';
import { nameProbabilities, scoreTagger } from './score.ts';
import { trainTagger } from './taggers.testkit.ts';
import { HELD_OUT, NAME, readSentence } from './task.ts';

const IDS = readSentence('she thinks Rose was a great singer').ids ?? new Int32Array();

it.each(['forward', 'concat', 'sum'] as const)(
  '%s: masked, padding changes no bit of what is said',
  (directions) => {
    const { network, flat } = trainTagger(directions, 10, 4);
    const alone = readSequence(network, flat, IDS).probabilities;
    const said = (count: number, masked: boolean) => {
      const { ids, mask } = padSentence(IDS, count);
      return nameProbabilities(network, flat, { ids, batch: 1, ...(masked ? { mask } : {}) });
    };
    IDS.forEach((_, t) => {
      expect(said(5, true)[t]).toBe(alone[2 * t + NAME]);
    });
    const changed = IDS.filter((_, t) => said(5, false)[t] !== alone[2 * t + NAME]);
    // A chain that runs forward is past the sentence before it comes to the padding.
    expect(changed.length > 0).toBe(directions !== 'forward');
  },
);

it('scores: nothing lost where it is masked, something where it is read', () => {
  const { network, flat } = trainTagger('concat', 60);
  const whole = scoreTagger(network, flat, HELD_OUT);
  expect(scorePadded(network, flat, HELD_OUT, 4, true)).toEqual(whole);
  expect(scorePadded(network, flat, HELD_OUT, 4, false).loss).toBeGreaterThan(whole.loss);
});

it('is off at the last word, not at a forward chain’s', () => {
  const taggers = {
    forward: { ...trainTagger('forward', 10, 4), step: 10 },
    concat: { ...trainTagger('concat', 10, 4), step: 10 },
  };
  const { forward, masked } = readPadded(taggers, IDS, 3);
  expect(forward).toEqual(readPadded(taggers, IDS, 0).forward);
  expect(masked).toEqual(readPadded(taggers, IDS, 0).read);
  expect(distanceAtEnd(taggers.concat, IDS, 0)).toBe(0);
  const { trace } = readSequence(taggers.concat.network, taggers.concat.flat, padSentence(IDS, 3).ids);
  const alone = readSequence(taggers.concat.network, taggers.concat.flat, IDS).trace;
  const last = (values: Float64Array | undefined) =>
    values?.subarray(4 * (IDS.length - 1), 4 * IDS.length) ?? [];
  const [a, b] = [trace, alone].map(({ layers }) => last(layers[0]?.[1]?.values.hidden));
  const distance = Math.max(...Array.from(a ?? [], (value, unit) => Math.abs(value - (b?.[unit] ?? 9))));
  expect(distanceAtEnd(taggers.concat, IDS, 3)).toBeCloseTo(distance, 12);
  expect(distance).toBeGreaterThan(0.01);
});

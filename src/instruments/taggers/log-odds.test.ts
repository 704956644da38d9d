import { expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { logOddsAt } from './log-odds.ts';
import { TAGGERS } from './tagger-settings.ts';
import { trainTagger } from './taggers.testkit.ts';
import { NAME } from './task.ts';

it.each(TAGGERS)('%s: the parts add up to the probability that was said', (directions) => {
  const { network, flat } = trainTagger(directions, 5, 3);
  const ids = Int32Array.of(3, 1, 8, 2);
  const reading = readSequence(network, flat, ids);
  ids.forEach((_, step) => {
    const odds = logOddsAt(network, flat, reading, step);
    expect(odds.chains).toHaveLength(directions === 'forward' ? 1 : 2);
    expect(odds.probability).toBeCloseTo(reading.probabilities[2 * step + NAME] ?? Number.NaN, 12);
    for (const { sum, units } of odds.chains) {
      expect(units.reduce((total, { value, weight }) => total + value * weight, 0)).toBeCloseTo(sum, 12);
    }
  });
});

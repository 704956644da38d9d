import { expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { evaluateNetwork, networkZeroStates } from '../../models/network/token-network.ts';
import { batchOf, exampleAt } from '../../models/tasks/task.ts';
import { nameProbabilities, scoreTagger, scoreTags } from './score.ts';
import { trainTagger } from './taggers.testkit.ts';
import { HELD_OUT, NAME, SCORED } from './task.ts';

const { network, flat } = trainTagger('concat', 10);

it('has the loss that training has', () => {
  const { loss, right } = evaluateNetwork(network, flat, HELD_OUT, networkZeroStates(network, SCORED));
  const score = scoreTagger(network, flat, HELD_OUT);
  expect(score.loss).toBeCloseTo(loss, 12);
  expect(score.all).toBeCloseTo(right / HELD_OUT.targets.filter((target) => target >= 0).length, 12);
});

it('says of each sentence of a batch what it says of that sentence alone', () => {
  const names = nameProbabilities(network, flat, HELD_OUT);
  for (const b of [0, 7, 31]) {
    const { ids } = exampleAt(HELD_OUT, b);
    const { probabilities } = readSequence(network, flat, Int32Array.from(ids));
    ids.forEach((_, t) => {
      expect(names[t * SCORED + b]).toBeCloseTo(probabilities[2 * t + NAME] ?? 9, 12);
    });
  }
});

it('counts the ambiguous word by itself', () => {
  const batch = batchOf([
    { ids: [0, 1, 2, 3], targets: [1, 0, 1, 0] },
    { ids: [0, 1, 2], targets: [0, 0, 0] },
  ]);
  const names = Float64Array.of(0.9, 0.2, 0.3, 0.1, 0.6, 0.7, 0.2, 0.99);
  const { all, ambiguous, loss } = scoreTags(names, batch);
  expect(all).toBeCloseTo(6 / 7, 12);
  expect(ambiguous).toBe(0.5);
  const said = [0.9, 0.8, 0.7, 0.9, 0.6, 0.3, 0.8];
  expect(loss).toBeCloseTo(-said.reduce((sum, p) => sum + Math.log(p), 0) / 7, 12);
});

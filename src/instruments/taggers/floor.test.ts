import { expect, it } from 'vitest';
import { batchOf } from '../../models/tasks/task.ts';
import { forwardFloor } from './floor.ts';
import { HELD_OUT, TRAINED_ON } from './task.ts';

it('is the entropy of the tags given the words so far', () => {
  // After 5 nothing is known about the tag of 7: three of four say 1.
  const endings = [1, 1, 1, 0].map((target) => ({ ids: [5, 7], targets: [0, target] }));
  const { loss, accuracy } = forwardFloor(batchOf(endings));
  const entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
  expect(loss).toBeCloseTo(entropy / 2, 12);
  expect(accuracy).toBeCloseTo(7 / 8, 12);
});

it('is a coin toss a sentence in this task', () => {
  for (const batch of [HELD_OUT, TRAINED_ON]) {
    const words = batch.targets.filter((target) => target >= 0).length;
    const { loss, accuracy } = forwardFloor(batch);
    expect(loss).toBeCloseTo((batch.batch * Math.LN2) / words, 12);
    expect(accuracy).toBeCloseTo(1 - batch.batch / 2 / words, 12);
  }
});

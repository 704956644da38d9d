import { expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { negativeLossAndGradients } from '../../models/softmax/negative.ts';
import { pairUpdate, withoutTarget } from './updates.ts';

it('takes apart what the reference computes as one: loss, gradients of rows and of h', () => {
  const random = createRandom(9);
  const [d, vocabulary] = [5, 7];
  const vectors = Float64Array.from({ length: vocabulary * d }, () => random.normal());
  const hidden = Float64Array.from({ length: d }, () => random.normal());
  const ids = [2, 5, 0, 5];
  const outputs = ids.map((id) => vectors.slice(id * d, id * d + d));
  const { rows, loss, hiddenGradient, moved } = pairUpdate(ids, { hidden, outputs });
  const gradients = new Float64Array(vocabulary * d);
  const back = new Float64Array(d);
  expect(loss).toBeCloseTo(negativeLossAndGradients({ vectors, hidden }, 2, [5, 0, 5], gradients, back), 12);
  expect(hiddenGradient).toBeCloseTo(Math.hypot(...back), 12);
  expect(moved).toBe(3);
  const lengths = (id: number) => Math.hypot(...gradients.slice(id * d, id * d + d));
  expect(rows[0]?.gradient).toBeCloseTo(lengths(2), 12);
  expect(rows[2]?.gradient).toBeCloseTo(lengths(0), 12);
  // Drawn twice, moved twice.
  expect((rows[1]?.gradient ?? 0) + (rows[3]?.gradient ?? 0)).toBeCloseTo(lengths(5), 12);
});

it('at the start every answer is one half: the loss is (K + 1) ln 2', () => {
  const outputs = [0, 1, 2, 3].map(() => new Float64Array(3));
  const { loss, hiddenGradient } = pairUpdate([0, 1, 2, 3], { hidden: Float64Array.of(1, 2, 2), outputs });
  expect(loss).toBeCloseTo(4 * Math.LN2, 12);
  expect(hiddenGradient).toBe(0);
});

it('passes over noise that is the target itself', () => {
  expect(withoutTarget([3, 1, 3, 2], 3)).toEqual({ negatives: [1, 2], passed: 2 });
});

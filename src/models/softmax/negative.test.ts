import { describe, expect, it } from 'vitest';
import { expectGradient } from '../gradient-check.testkit.ts';
import { createRandom } from '../random.ts';
import { negativeLossAndGradients } from './negative.ts';

const random = createRandom(4);
const draw = (length: number) => Float64Array.from({ length }, () => random.normal());

describe('negative sampling', () => {
  const vectors = draw(6 * 3);
  const hidden = draw(3);

  it('has the gradients of its loss (numeric check), a negative drawn twice included', () => {
    const [rows, h] = [new Float64Array(18), new Float64Array(3)];
    const negatives = [4, 1, 4];
    negativeLossAndGradients({ vectors, hidden }, 2, negatives, rows, h);
    const loss = () =>
      negativeLossAndGradients({ vectors, hidden }, 2, negatives, new Float64Array(18), new Float64Array(3));
    expectGradient(loss, vectors, rows);
    expectGradient(loss, hidden, h);
    for (const row of [0, 3, 5]) expect([...rows.subarray(3 * row, 3 * row + 3)]).toEqual([0, 0, 0]);
  });

  it('is K + 1 times ln 2 where nothing is known', () => {
    const nothing = { vectors: new Float64Array(18), hidden };
    const loss = negativeLossAndGradients(
      nothing,
      0,
      [1, 2, 3, 4],
      new Float64Array(18),
      new Float64Array(3),
    );
    expect(loss).toBeCloseTo(5 * Math.LN2, 12);
  });
});

import { expect, it } from 'vitest';
import { curveRows } from './rows.ts';

it('writes every point, and leaves open what is not known', () => {
  const curve = {
    length: 2,
    steps: Float64Array.of(1, 2),
    loss: Float64Array.of(2.25, 1.125),
    gradientNorm: Float64Array.of(4, Number.POSITIVE_INFINITY),
    accuracy: new Float64Array(2),
  };
  const clock = { steps: [1], seconds: [0.5] };
  const [, ...rows] = curveRows([
    { id: 'a', name: 'A', look: 0, curve, heldOut: [{ step: 0, loss: 3 }], clock },
  ]);
  expect(rows).toEqual([
    ['A', 1, 0.5, 2.25, 4, null],
    ['A', 2, null, 1.125, null, null],
    ['A', 0, 0, null, null, 3],
  ]);
});

import { expect, it } from 'vitest';
import { expectGradient } from '../gradient-check.testkit.ts';
import { createRandom } from '../random.ts';
import { countCooccurrences } from './cooccurrence.ts';
import { addCellGradients, type GloveParameters, gloveLoss } from './loss.ts';

const WEIGHTING = { most: 4, power: 0.75 };
const counts = countCooccurrences([[0, 1, 2, 1, 0, 3, 1, 0, 0]], {
  vocabulary: 4,
  window: 3,
  byDistance: true,
});
const random = createRandom(3);
const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
const parameters: GloveParameters = {
  words: draw(12),
  contexts: draw(12),
  wordBias: draw(4),
  contextBias: draw(4),
};

it('has the gradients of its loss (numeric check)', () => {
  const gradients: GloveParameters = {
    words: new Float64Array(12),
    contexts: new Float64Array(12),
    wordBias: new Float64Array(4),
    contextBias: new Float64Array(4),
  };
  let sum = 0;
  counts.values.forEach((count, i) => {
    const cell = { row: counts.rows[i] ?? 0, column: counts.columns[i] ?? 0, count };
    sum += addCellGradients(parameters, cell, WEIGHTING, gradients);
  });
  const loss = () => gloveLoss(parameters, counts, WEIGHTING);
  expect(sum).toBeCloseTo(loss(), 12);
  for (const name of ['words', 'contexts', 'wordBias', 'contextBias'] as const) {
    expectGradient(loss, parameters[name], gradients[name]);
  }
});

it('is 0 where every cell’s logarithm is met', () => {
  const perfect: GloveParameters = {
    words: new Float64Array(2),
    contexts: new Float64Array(2),
    wordBias: new Float64Array(2),
    contextBias: Float64Array.of(Math.log(3), Math.log(3)),
  };
  const even = {
    vocabulary: 2,
    rows: Int32Array.of(0, 1),
    columns: Int32Array.of(1, 0),
    values: Float64Array.of(3, 3),
  };
  expect(gloveLoss(perfect, even, WEIGHTING)).toBe(0);
});

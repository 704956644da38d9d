import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { countCooccurrences } from './cooccurrence.ts';
import { addCellGradients, type GloveParameters, gloveLoss } from './loss.ts';
import { createGloveTrainer, type GloveSpec, startGlove } from './trainer.ts';

const random = createRandom(8);
/** Two topics: words of one stand together. */
const counts = countCooccurrences(
  Array.from({ length: 60 }, (_, s) => Array.from({ length: 8 }, () => (s % 2) * 4 + random.integer(4))),
  { vocabulary: 8, window: 4, byDistance: true },
);
const SPEC: GloveSpec = {
  dimensions: 4,
  weighting: { most: 20, power: 0.75 },
  learningRate: 0.1,
  seed: 2,
};
const copy = <T>(value: T): T => structuredClone(value);

describe('the GloVe trainer', () => {
  it('moves by AdaGrad along the gradient of J / 2 (one cell)', () => {
    const one = {
      vocabulary: 2,
      rows: Int32Array.of(0),
      columns: Int32Array.of(1),
      values: Float64Array.of(6),
    };
    const spec = { ...SPEC, dimensions: 2 };
    const start = startGlove(spec, 2);
    const gradients = copy(start.parameters);
    for (const values of Object.values(gradients)) values.fill(0);
    addCellGradients(start.parameters, { row: 0, column: 1, count: 6 }, spec.weighting, gradients);
    const { state, epoch } = createGloveTrainer(one, spec, copy(start));
    epoch();
    for (const name of Object.keys(gradients) as (keyof GloveParameters)[]) {
      gradients[name].forEach((gradient, i) => {
        expect(state.parameters[name][i]).toBeCloseTo(start.parameters[name][i]! - 0.05 * gradient, 12);
        expect(state.squares[name][i]).toBeCloseTo(1 + gradient ** 2 / 4, 12);
      });
    }
  });

  it('lowers J, and learns which words belong together', () => {
    const { state, epoch } = createGloveTrainer(counts, SPEC);
    const before = gloveLoss(state.parameters, counts, SPEC.weighting);
    for (let i = 0; i < 60; i++) epoch();
    expect(gloveLoss(state.parameters, counts, SPEC.weighting)).toBeLessThan(before / 10);
    const { words, contexts } = state.parameters;
    const vector = (word: number) => [0, 1, 2, 3].map((j) => words[4 * word + j]! + contexts[4 * word + j]!);
    const dot = (a: number[], b: number[]) => a.reduce((sum, x, j) => sum + x * b[j]!, 0);
    const similar = (a: number, b: number) => dot(vector(a), vector(b));
    expect(Math.min(similar(0, 1), similar(0, 2))).toBeGreaterThan(Math.max(similar(0, 5), similar(0, 6)));
  });

  it('is its seed’s, and goes on bit for bit', () => {
    const whole = createGloveTrainer(counts, SPEC);
    for (let i = 0; i < 4; i++) whole.epoch();
    const first = createGloveTrainer(counts, SPEC);
    first.epoch();
    const second = createGloveTrainer(counts, SPEC, copy(first.state));
    for (let i = 0; i < 3; i++) second.epoch();
    expect(second.state).toEqual(whole.state);
  });

  it('learns the same in portions, and goes on in the middle of an epoch', () => {
    const whole = createGloveTrainer(counts, SPEC);
    const sums = [whole.epoch(), whole.epoch()];
    const first = createGloveTrainer(counts, SPEC);
    const size = counts.values.length;
    const begun = first.portion(size - 5);
    const second = createGloveTrainer(counts, SPEC, copy(first.state));
    const rest = second.portion(size);
    expect([begun.cells, rest.cells]).toEqual([size - 5, 5]);
    expect(begun.loss + rest.loss).toBeCloseTo(sums[0]!, 9);
    expect(second.epoch()).toBe(sums[1]);
    expect(second.state).toEqual(whole.state);
  });
});

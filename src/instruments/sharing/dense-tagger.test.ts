import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../models/text/vocabulary.ts';
import { type DenseShape, denseGradient, denseLayout, predictDense, rowMoved } from './dense-tagger.ts';
import { PLACES } from './sentences.ts';
import { crossEntropy, differences, expectClose, noise } from './sharing.testkit.ts';
import { createBatch } from './tagged-batch.ts';

const WORDS = ['owl', 'harry', 'saw'];
const VOCABULARY = createVocabulary(WORDS, { size: 9 });
const SHAPE: DenseShape = { places: PLACES, vocabulary: 4, hidden: 3 };
const BATCH = createBatch(
  [
    { words: ['harry', 'saw', 'owl'], tags: [1, 0, 0] },
    { words: ['owl', 'saw', 'harry', 'owl', 'owl'], tags: [0, 0, 1, 0, 0] },
    { words: [], tags: [] },
  ],
  VOCABULARY,
);
const WEIGHTS = noise(denseLayout(SHAPE).length, 3);

describe('the dense tagger', () => {
  it('has T·V·n + n + n·T + T parameters', () => {
    expect(WEIGHTS).toHaveLength(8 * 4 * 3 + 3 + 3 * 8 + 8);
  });

  it('computes σ(W₂ tanh(W₁x + b₁) + b₂), as written out for one word', () => {
    const one = createBatch([{ words: ['saw'], tags: [0] }], VOCABULARY);
    const rows = [3 * 3, 3 * 3 + 1, 3 * 3 + 2]; // row of (position 1, "saw"): its number is 3
    const h = rows.map((row, j) => Math.tanh((WEIGHTS[row] ?? 0) + (WEIGHTS[96 + j] ?? 0)));
    const z = h.reduce((sum, a, j) => sum + a * (WEIGHTS[99 + 8 * j] ?? 0), WEIGHTS[123] ?? 0);
    expect(predictDense(SHAPE, WEIGHTS, one)[0]).toBeCloseTo(1 / (1 + Math.exp(-z)), 12);
  });

  it('has the gradient that finite differences have', () => {
    const loss = (weights: Float64Array) => crossEntropy(predictDense(SHAPE, weights, BATCH), BATCH);
    expectClose(denseGradient(SHAPE, WEIGHTS, BATCH), differences(WEIGHTS, loss));
  });

  it('has no gradient at all for a word where it never stood', () => {
    const after = WEIGHTS.map((w, i) => w - (denseGradient(SHAPE, WEIGHTS, BATCH)[i] ?? 0));
    const harry = VOCABULARY.ids.get('harry') ?? 0;
    expect(rowMoved(SHAPE, WEIGHTS, after, 4, harry)).toBe(0);
    expect(rowMoved(SHAPE, WEIGHTS, after, 0, harry)).toBeGreaterThan(0);
  });
});

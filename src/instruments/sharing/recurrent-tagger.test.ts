import { describe, expect, it } from 'vitest';
import { createVocabulary, encode } from '../../models/text/vocabulary.ts';
import { predictRecurrent, recurrentGradient, recurrentLayout } from './recurrent-tagger.ts';
import { crossEntropy, differences, expectClose, noise } from './sharing.testkit.ts';
import { createBatch } from './tagged-batch.ts';

const VOCABULARY = createVocabulary(['owl', 'harry', 'saw'], { size: 9 });
const SHAPE = { inputs: 4, hidden: 3 };
const SENTENCES = [
  { words: ['harry', 'saw', 'owl'], tags: [1, 0, 0] },
  { words: ['owl', 'saw', 'harry', 'owl', 'owl'], tags: [0, 0, 1, 0, 0] },
];
const BATCH = createBatch(SENTENCES, VOCABULARY);
const WEIGHTS = noise(recurrentLayout(SHAPE).length, 5);

describe('the recurrent tagger', () => {
  it('has n·V + n² + n + n + 1 parameters, whatever the length', () => {
    expect(WEIGHTS).toHaveLength(12 + 9 + 3 + 3 + 1);
  });

  it('computes one step as written out', () => {
    const ids = encode(VOCABULARY, ['saw']);
    const a = [0, 1, 2].map((j) => Math.tanh((WEIGHTS[9 + j] ?? 0) + (WEIGHTS[21 + j] ?? 0)));
    const z = a.reduce((sum, value, j) => sum + value * (WEIGHTS[24 + j] ?? 0), WEIGHTS[27] ?? 0);
    expect(predictRecurrent(SHAPE, WEIGHTS, ids)[0]).toBeCloseTo(1 / (1 + Math.exp(-z)), 12);
  });

  it('has the gradient that finite differences have', () => {
    const loss = (weights: Float64Array) => {
      const probabilities = new Float64Array(BATCH.ids.length).fill(0.5);
      SENTENCES.forEach(({ words }, b) => {
        predictRecurrent(SHAPE, weights, encode(VOCABULARY, words)).forEach((p, t) => {
          probabilities[t * BATCH.size + b] = p;
        });
      });
      return crossEntropy(probabilities, BATCH);
    };
    expectClose(recurrentGradient(SHAPE, WEIGHTS, BATCH), differences(WEIGHTS, loss));
  });
});

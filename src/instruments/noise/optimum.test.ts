import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { createCorpus } from '../../models/word2vec/corpus.ts';
import { createWord2vecTrainer, type Word2vecSpec } from '../../models/word2vec/trainer.ts';
import { agreementOf, countPairs, pairOptima, pairScores } from './optimum.ts';

const random = createRandom(4);
const SENTENCES = Array.from({ length: 150 }, (_, s) =>
  Array.from({ length: 8 }, () => (s % 2) * 3 + random.integer(5)),
);
const corpus = createCorpus(SENTENCES, 8);
const RULES = { window: 2, shrink: true, negatives: 2, exponent: 1 };

function counted(rules: typeof RULES) {
  const work = countPairs(corpus, rules);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

describe('countPairs', () => {
  it('is how often a pair is met on average, by drawing reaches', () => {
    const cells = counted(RULES);
    const total = cells.values.reduce((sum, value) => sum + value, 0);
    // Pairs at distance 1 come always, at distance 2 in half of the cases, both ways.
    expect(total).toBeCloseTo(150 * 2 * (7 + 6 / 2), 9);
    expect(counted({ ...RULES, shrink: false }).values.reduce((sum, value) => sum + value, 0)).toBe(
      150 * 2 * (7 + 6),
    );
  });
});

describe('pairOptima', () => {
  it('is what skip-gram with negative sampling comes to, trained long enough', () => {
    const spec: Word2vecSpec = {
      architecture: 'skip-gram',
      output: { kind: 'negative', negatives: 2, exponent: 1 },
      dimensions: 8,
      window: 2,
      shrink: true,
      subsample: 0,
      epochs: 60,
      learningRate: 0.1,
      floor: 0.001,
      corrected: false,
      batched: false,
      seed: 1,
    };
    const trainer = createWord2vecTrainer(corpus, spec);
    while (!trainer.isDone()) trainer.step();
    const found = pairOptima(counted(RULES), corpus.counts, RULES, { least: 20, most: 40 });
    expect(found.counts.length).toBeGreaterThan(25);
    const scores = pairScores(found, { ...trainer.state, dimensions: 8 });
    const { correlation, miss } = agreementOf(found.optima, scores);
    expect(correlation).toBeGreaterThan(0.9);
    // Noise that is the target itself is passed over, which the formula leaves out: its scores are a little low.
    expect(miss).toBeLessThan(0.4);
  });
});

it('agreementOf two columns, by hand', () => {
  expect(agreementOf(Float64Array.of(1, 2, 3), Float64Array.of(3, 5, 7))).toEqual({
    correlation: expect.closeTo(1, 12),
    shift: 3,
    miss: 3,
  });
});

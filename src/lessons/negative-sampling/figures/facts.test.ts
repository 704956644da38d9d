import { expect, it } from 'vitest';
import { negativeLossAndGradients } from '../../../models/softmax/negative.ts';
import { createNoise } from '../../../models/softmax/noise.ts';
import { drawnTimes, RATIO, START, startLoss } from './facts.ts';

it('the loss at the start is the reference’s, with output vectors of 0', () => {
  const d = 4;
  const vectors = new Float64Array(d * (START.negatives + 1));
  const hidden = Float64Array.of(0.3, -0.2, 0.1, 0.4);
  const negatives = Array.from({ length: START.negatives }, (_, i) => i + 1);
  const loss = negativeLossAndGradients(
    { vectors, hidden },
    0,
    negatives,
    new Float64Array(vectors.length),
    new Float64Array(d),
  );
  expect(startLoss).toBeCloseTo(loss, 12);
});

it('how much oftener a word is drawn is what the noise says', () => {
  const { probabilities } = createNoise([RATIO.times, 1], RATIO.exponent);
  expect((probabilities[0] ?? 0) / (probabilities[1] ?? 1)).toBeCloseTo(drawnTimes, 6);
});

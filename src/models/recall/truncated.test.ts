import { describe, expect, it } from 'vitest';
import { DEFAULT_RNN } from '../cells/roles.ts';
import { viewNextSymbol } from '../language/next-symbol.ts';
import { createRandom } from '../random.ts';
import { recallLossAndGradients, recallNetwork, sampleRecall } from './recall.ts';
import { createTruncatedRecall, truncatedRecallGradients } from './truncated.ts';

const shape = { spec: DEFAULT_RNN, symbols: 4, delay: 6, hidden: 12, layers: 1 };
const options = { shape, gain: 0.5, batch: 16, learningRate: 0.01, clip: 1, seed: 1 };
const network = recallNetwork(shape);

/** Gradients of a fresh network's answer, sent back `window` steps. */
function gradients(window: number) {
  const { parameters } = createTruncatedRecall({ ...options, window });
  const batch = sampleRecall(shape, createRandom(3), 5);
  const found = new Float64Array(parameters.length);
  const result = truncatedRecallGradients(shape, parameters, batch, window, found);
  return { parameters, batch, found, result };
}

describe('truncatedRecallGradients', () => {
  it.each([8, 99])('with a window of %i is the full gradient of the task', (window) => {
    const { parameters, batch, found, result } = gradients(window);
    const full = new Float64Array(parameters.length);
    expect(recallLossAndGradients(shape, parameters, batch, full)).toEqual(result);
    expect([...found]).toEqual([...full]);
  });

  it('one step short of the symbol, nothing reaches the weights that read it', () => {
    const symbols = shape.symbols * shape.hidden;
    const reading = (window: number) =>
      viewNextSymbol(network, gradients(window).found).layers[0]!.inputWeights.subarray(0, symbols);
    expect([...reading(7)].every((entry) => entry === 0)).toBe(true);
    expect([...reading(8)].some((entry) => entry !== 0)).toBe(true);
  });

  it('answers the same, whatever the window: values are never cut', () => {
    expect(gradients(2).result).toEqual(gradients(8).result);
  });
});

describe('createTruncatedRecall', () => {
  /** Mean accuracy of the last 50 of 400 steps. */
  function learnt(window: number): number {
    const trainer = createTruncatedRecall({ ...options, window });
    const right = Array.from({ length: 400 }, () => trainer.step().accuracy).slice(-50);
    return right.reduce((sum, share) => sum + share, 0) / right.length;
  }

  it('learns with the whole sequence and guesses with one step less', () => {
    expect(learnt(8)).toBeGreaterThan(0.95);
    expect(learnt(7)).toBeLessThan(0.4);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_RNN } from '../cells/roles.ts';
import { readSequence } from '../network/reading.ts';
import { initialiseNetwork, type TokenNetwork } from '../network/token-network.ts';
import { createRandom } from '../random.ts';
import { drawFrom, mostProbableOf, runFree } from './free-running.ts';

const network: TokenNetwork = {
  spec: DEFAULT_RNN,
  inputs: 4,
  classes: 3,
  hidden: 5,
  layers: 1,
  directions: 'forward',
};
const flat = initialiseNetwork(network, createRandom(3), {}).map((weight) => 3 * weight);
const column = (array: Int32Array, b: number, batch: number) =>
  Array.from({ length: array.length / batch }, (_, t) => array[t * batch + b]);

describe('runFree', () => {
  it('computes what reading the fed sequence computes', () => {
    const run = runFree(network, flat, {
      starts: Int32Array.of(0, 1, 3),
      steps: 6,
      choose: drawFrom(createRandom(8)),
      feed: (said) => said + 1,
      carry: true,
    });
    for (let b = 0; b < 3; b++) {
      const ids = column(run.read, b, 3) as number[];
      expect(ids.slice(1)).toEqual(
        column(run.said, b, 3)
          .map((said) => (said ?? 0) + 1)
          .slice(0, -1),
      );
      const { probabilities } = readSequence(network, flat, Int32Array.from(ids));
      ids.forEach((_, t) => {
        for (let c = 0; c < 3; c++) {
          expect(run.probabilities[(t * 3 + b) * 3 + c]).toBeCloseTo(
            probabilities[t * 3 + c] ?? Number.NaN,
            12,
          );
        }
      });
    }
  });

  it('without a state, the same token always gets the same answer', () => {
    const run = runFree(network, flat, {
      starts: Int32Array.of(2),
      steps: 5,
      choose: mostProbableOf,
      feed: () => 2,
      carry: false,
    });
    const alone = readSequence(network, flat, Int32Array.of(2)).probabilities;
    for (let t = 0; t < 5; t++) {
      expect([...run.probabilities.subarray(3 * t, 3 * t + 3)]).toEqual([...alone]);
    }
  });

  it('stops a sequence that says its end, and goes on with the others', () => {
    const run = runFree(network, flat, {
      starts: Int32Array.of(0, 1),
      steps: 3,
      choose: () => 1,
      feed: (_, b) => (b === 0 ? -1 : 2),
      carry: true,
    });
    expect(column(run.read, 0, 2)).toEqual([0, -1, -1]);
    expect(column(run.said, 0, 2)).toEqual([1, -1, -1]);
    expect(column(run.said, 1, 2)).toEqual([1, 1, 1]);
  });
});

it('drawFrom draws with the probabilities that it is given', () => {
  const draw = drawFrom(createRandom(4));
  const counts = [0, 0, 0];
  for (let i = 0; i < 6000; i++) counts[draw(Float64Array.of(0.5, 0.2, 0.3))]! += 1;
  const expected = [3000, 1200, 1800];
  // χ² with 2 degrees of freedom: 13.8 is exceeded once in a thousand.
  expect(counts.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0)).toBeLessThan(
    13.8,
  );
});

it('mostProbableOf takes the largest', () => {
  expect(mostProbableOf(Float64Array.of(0.2, 0.5, 0.3))).toBe(1);
});

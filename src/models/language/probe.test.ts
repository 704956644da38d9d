import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { evaluateNextSymbol, type NextSymbolShape, nextSymbolLayout, zeroStates } from './next-symbol.ts';
import { mostProbable, probeSentence } from './probe.ts';

const shape: NextSymbolShape = { spec: DEFAULT_LSTM, vocabulary: 6, hidden: 3, layers: 2 };
const flat = testNumbers(1, nextSymbolLayout(shape).length);
const ids = Int32Array.of(3, 1, 4, 1, 5);

function probe(options: Parameters<typeof probeSentence>[3], of = shape, parameters = flat) {
  const probed = probeSentence(of, parameters, ids, options);
  if (!probed) throw new Error('no tokens');
  return probed;
}

describe('probeSentence', () => {
  it('gives every layer, and probabilities that sum to 1 at every step', () => {
    const { layers, probabilities } = probe({ lossStep: null });
    expect(layers.map(({ trace }) => trace.shape.inputs)).toEqual([6, 3]);
    for (let t = 0; t < 5; t++) {
      expect(probabilities.subarray(t * 6, t * 6 + 6).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
    }
  });

  it('takes the token that follows as target; at the end, the most probable', () => {
    expect(probe({ lossStep: 1 })).toMatchObject({ lossStep: 1, target: 4 });
    const last = probe({ lossStep: null });
    expect(last.lossStep).toBe(4);
    expect(last.target).toBe(mostProbable(last.probabilities.subarray(24)));
    expect(last.loss).toBeCloseTo(-Math.log(Math.max(...last.probabilities.subarray(24))), 12);
    expect(probe({ lossStep: 99 }).lossStep).toBe(4);
    expect(probe({ lossStep: -3 }).lossStep).toBe(0);
    expect(probe({ lossStep: 4, target: 2 }).target).toBe(2);
  });

  it('sends nothing to steps after the loss, and something to every step before it', () => {
    const { layers } = probe({ lossStep: 2 });
    for (const { gradients, preGradients } of layers) {
      for (const values of [...Object.values(gradients), ...Object.values(preGradients)]) {
        expect(values.subarray(9).every((x) => x === 0)).toBe(true);
      }
      for (let t = 0; t < 3; t++)
        expect(gradients.hidden?.subarray(t * 3, t * 3 + 3).some((x) => x !== 0)).toBe(true);
    }
  });

  it('has the parameter gradients of that one loss (numeric check)', () => {
    const { parameterGradients } = probe({ lossStep: 3 });
    const targets = Int32Array.of(-1, -1, -1, 5, -1);
    const loss = () => evaluateNextSymbol(shape, flat, { ids, targets }, zeroStates(shape, 1)).loss;
    expect(probe({ lossStep: 3 }).loss).toBeCloseTo(loss(), 13);
    expectGradient(loss, flat, parameterGradients);
  });

  it.each([DEFAULT_RNN, DEFAULT_GRU, DEFAULT_LSTM])(
    'has the gradient of every hidden value: holding it elsewhere changes the loss so ($kind)',
    (spec) => {
      const of = { ...shape, spec };
      const parameters = testNumbers(2, nextSymbolLayout(of).length);
      const { layers } = probe({ lossStep: 3 }, of, parameters);
      const hold = (value: number) =>
        probe({ lossStep: 3, holds: [{ layer: 0, role: 'hidden', step: 1, unit: 2, value }] }, of, parameters)
          .loss;
      const at = layers[0]?.trace.values.hidden?.[5] ?? Number.NaN;
      const numeric = (hold(at + 1e-5) - hold(at - 1e-5)) / 2e-5;
      expect(numeric).not.toBe(0);
      expect((layers[0]?.gradients.hidden?.[5] ?? Number.NaN) / numeric).toBeCloseTo(1, 5);
    },
  );

  it('has one step where there is one token, and nothing where there is none', () => {
    const one = probeSentence(shape, flat, Int32Array.of(2), { lossStep: null });
    expect(one?.probabilities).toHaveLength(6);
    expect(one?.lossStep).toBe(0);
    expect(probeSentence(shape, flat, new Int32Array(0), { lossStep: null })).toBeNull();
  });
});

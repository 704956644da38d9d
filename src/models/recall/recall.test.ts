import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import {
  evaluateNextSymbol,
  initialiseNextSymbol,
  nextSymbolLayout,
  zeroStates,
} from '../language/next-symbol.ts';
import { probeSentence } from '../language/probe.ts';
import { createOptimizer } from '../optim/optimizer.ts';
import { createRandom } from '../random.ts';
import {
  type RecallShape,
  readRecall,
  recallLossAndGradients,
  recallNetwork,
  recallTokens,
  sampleRecall,
} from './recall.ts';

const shape: RecallShape = { spec: DEFAULT_LSTM, symbols: 3, delay: 4, hidden: 8, layers: 1 };

describe('recallTokens', () => {
  it('names symbols, noise and the question, each once', () => {
    expect(recallTokens(2).join('')).toBe('AB0123456789?');
    expect(new Set(recallTokens(26)).size).toBe(37);
  });

  it.each([1, 27, 2.5, Number.NaN])('refuses %d symbols', (symbols) => {
    expect(() => recallTokens(symbols)).toThrow(RangeError);
  });
});

describe('sampleRecall', () => {
  it('shows a symbol, then noise, then the question, and asks only at the end', () => {
    const batch = 200;
    const { ids, targets } = sampleRecall(shape, createRandom(1), batch);
    expect(ids).toHaveLength(6 * batch);
    for (let b = 0; b < batch; b++) {
      const column = Array.from({ length: 6 }, (_, t) => ids[t * batch + b] ?? -1);
      expect(column[0]).toBeLessThan(3);
      for (const noise of column.slice(1, 5)) expect(noise >= 3 && noise < 13).toBe(true);
      expect(column[5]).toBe(13);
      expect(targets[5 * batch + b]).toBe(column[0]);
    }
    expect(targets.subarray(0, 5 * batch).every((target) => target === -1)).toBe(true);
    expect(new Set(ids).size).toBe(14);
  });

  it('works without any noise', () => {
    expect(sampleRecall({ ...shape, delay: 0 }, createRandom(1), 1).ids).toHaveLength(2);
  });
});

describe('recallLossAndGradients', () => {
  it('has the gradient of its loss (numeric check)', () => {
    const small = { ...shape, spec: DEFAULT_GRU, hidden: 3, delay: 2 };
    const network = recallNetwork(small);
    const flat = testNumbers(1, nextSymbolLayout(network).length);
    const batch = sampleRecall(small, createRandom(2), 3);
    const gradients = new Float64Array(flat.length);
    const loss = () => evaluateNextSymbol(network, flat, batch, zeroStates(network, 3)).loss;
    expect(recallLossAndGradients(small, flat, batch, gradients).loss).toBeCloseTo(loss(), 13);
    expectGradient(loss, flat, gradients);
  });

  it('counts the share of right answers', () => {
    const network = recallNetwork(shape);
    const flat = new Float64Array(nextSymbolLayout(network).length);
    // Zero weights and one large bias: the answer is always B.
    flat[flat.length - network.vocabulary + 1] = 5;
    const batch = sampleRecall(shape, createRandom(3), 50);
    const shareOfB = batch.targets.filter((target) => target === 1).length / 50;
    expect(recallLossAndGradients(shape, flat, batch, new Float64Array(flat.length)).accuracy).toBe(shareOfB);
  });

  it('an LSTM learns to remember over four steps of noise', () => {
    const network = recallNetwork(shape);
    const random = createRandom(1);
    const flat = initialiseNextSymbol(network, random, { forgetBias: 1 });
    const adam = { kind: 'adam', learningRate: 0.02, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
    const optimizer = createOptimizer(adam, flat.length);
    const gradients = new Float64Array(flat.length);
    for (let step = 0; step < 200; step++) {
      recallLossAndGradients(shape, flat, sampleRecall(shape, random, 32), gradients);
      optimizer.step(flat, gradients);
    }
    const fresh = sampleRecall(shape, createRandom(999), 500);
    expect(recallLossAndGradients(shape, flat, fresh, gradients).accuracy).toBeGreaterThan(0.95);
  });
});

describe('readRecall', () => {
  it('reads any sequence of tokens, and its right answer', () => {
    expect(readRecall('b 3 1\n4?', 3)).toEqual({
      ids: Int32Array.of(1, 6, 4, 7, 13),
      target: 1,
      unknown: [],
    });
    expect(readRecall('31?', 3).target).toBeNull();
    expect(readRecall('', 3)).toEqual({ ids: new Int32Array(0), target: null, unknown: [] });
  });

  it('says what it left out', () => {
    expect(readRecall('A<Zß😀?', 3)).toMatchObject({
      ids: Int32Array.of(0, 13),
      unknown: ['<', 'Z', 'ß', '😀'],
    });
  });

  it('gives what a probe needs', () => {
    const network = recallNetwork(shape);
    const flat = initialiseNextSymbol(network, createRandom(1), { forgetBias: 1 });
    const { ids, target } = readRecall('A 1 2 ?', 3);
    const probed = probeSentence(network, flat, ids, { lossStep: null, target: target ?? 0 });
    expect(probed).toMatchObject({ lossStep: 3, target: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { type OracleTensor, oracle, tensorValues } from '../oracle.testkit.ts';
import { countTargets, crossEntropy, crossEntropyGradient, logSumExp, NO_TARGET } from './losses.ts';

interface CrossEntropyCase {
  readonly op: string;
  readonly kw: Readonly<Record<string, unknown>>;
  readonly logits: OracleTensor;
  readonly target: readonly number[];
  readonly value: readonly number[];
  readonly dlogits: OracleTensor;
}
const data = oracle<{ cases: readonly CrossEntropyCase[] }>('torch/ops.json');
const plain = (data?.cases ?? []).filter(
  ({ op, kw }) => op === 'cross_entropy' && Object.keys(kw).every((key) => key === 'ignore_index'),
);

describe.skipIf(!data)('cross-entropy against PyTorch (skipped where ../shared/data is absent)', () => {
  it('has a plain case and one with rows left out', () => expect(plain).toHaveLength(2));

  it.each(plain)('mean and gradient, $kw', ({ kw, logits, target, value, dlogits }) => {
    const targets = Int32Array.from(target, (id) => (id === kw.ignore_index ? NO_TARGET : id));
    const values = tensorValues(logits);
    const count = countTargets(targets);
    expect(Math.abs(crossEntropy(values, targets, 5) / count - (value[0] ?? Number.NaN))).toBeLessThan(1e-8);
    const sum = crossEntropyGradient(values, targets, 5, 1 / count);
    expect(Math.abs(sum / count - (value[0] ?? Number.NaN))).toBeLessThan(1e-8);
    dlogits.data.forEach((expected, i) => {
      expect(Math.abs(values[i]! - expected)).toBeLessThan(1e-8);
    });
  });
});

describe('crossEntropy', () => {
  it('is ln V for equal logits, and 0 for a sure and right answer', () => {
    expect(crossEntropy(new Float64Array(7), Int32Array.of(3), 7)).toBeCloseTo(Math.log(7), 14);
    expect(crossEntropy(Float64Array.of(1000, 0, 0), Int32Array.of(0), 3)).toBe(0);
    expect(crossEntropy(Float64Array.of(1000, 0, 0), Int32Array.of(1), 3)).toBe(1000);
  });

  it('has the gradient p − y (numeric check)', () => {
    const logits = testNumbers(1, 12, 3);
    const targets = Int32Array.of(2, NO_TARGET, 0);
    const gradient = logits.slice();
    crossEntropyGradient(gradient, targets, 4, 0.5);
    expectGradient(() => 0.5 * crossEntropy(logits, targets, 4), logits, gradient, 1e-6);
  });

  it('adds nothing for rows without a target', () => {
    const logits = testNumbers(2, 8);
    const none = Int32Array.of(NO_TARGET, NO_TARGET);
    expect(countTargets(none)).toBe(0);
    expect(crossEntropyGradient(logits, none, 4, 1)).toBe(0);
    expect([...logits]).toEqual(new Array(8).fill(0));
  });
});

describe('logSumExp', () => {
  it('survives logits whose exponentials overflow or vanish', () => {
    expect(logSumExp(Float64Array.of(1e4, 1e4), 0, 2)).toBeCloseTo(1e4 + Math.LN2, 10);
    expect(logSumExp(Float64Array.of(-1e4, -1e4), 0, 2)).toBeCloseTo(-1e4 + Math.LN2, 10);
  });
});

import { describe, expect, it } from 'vitest';
import { NO_TARGET } from '../dense/losses.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { type OracleTensor, oracle, tensorValues } from '../oracle.testkit.ts';
import { headLogits, headLoss, headLossAndGradients, logSoftmax, softmax } from './full.ts';

interface ExtremeCase {
  readonly op: string;
  readonly x: OracleTensor;
  readonly value: OracleTensor;
  readonly softmax: OracleTensor;
}
const data = oracle<{ cases: readonly ExtremeCase[] }>('torch/ops.json');
const extreme = data?.cases.find(({ op }) => op === 'log_softmax-extreme');

describe.skipIf(!extreme)('softmax against PyTorch (skipped where ../shared/data is absent)', () => {
  it('of logits in the thousands', () => {
    const logits = extreme ? tensorValues(extreme.x) : new Float64Array(0);
    expect(logits).toHaveLength(6);
    const log = logSoftmax(logits, 3);
    const p = softmax(logits, 3);
    extreme?.value.data.forEach((expected, i) => {
      expect(Math.abs(log[i]! / expected - 1)).toBeLessThan(1e-8);
    });
    extreme?.softmax.data.forEach((expected, i) => {
      expect(Math.abs(p[i]! - expected)).toBeLessThan(1e-9);
    });
  });
});

describe('softmax', () => {
  it('sums to 1 in every row and ignores a common shift', () => {
    const logits = testNumbers(1, 21, 5);
    const p = softmax(logits, 7);
    for (let row = 0; row < 3; row++) {
      expect(p.subarray(row * 7, row * 7 + 7).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 14);
    }
    softmax(
      logits.map((z) => z + 100),
      7,
    ).forEach((shifted, i) => {
      expect(shifted).toBeCloseTo(p[i]!, 12);
    });
  });
});

describe.each([
  { rows: 3, units: 5, classes: 4 },
  { rows: 37, units: 2, classes: 3 },
])('the dense head, N = $rows, n_a = $units, V = $classes', ({ rows, units, classes }) => {
  const head = { weights: testNumbers(2, units * classes), bias: testNumbers(3, classes) };
  const hidden = testNumbers(4, rows * units);
  const targets = Int32Array.from({ length: rows }, (_, i) => (i % 5 === 1 ? NO_TARGET : i % classes));

  it('computes W_ya a + b_y', () => {
    const logits = headLogits(head, hidden, rows);
    for (const [row, token] of [
      [0, 0],
      [rows - 1, classes - 1],
    ] as const) {
      let z = head.bias[token]!;
      for (let k = 0; k < units; k++) z += hidden[row * units + k]! * head.weights[k * classes + token]!;
      expect(logits[row * classes + token]).toBeCloseTo(z, 14);
    }
  });

  it('has the loss of its probabilities', () => {
    const log = logSoftmax(headLogits(head, hidden, rows), classes);
    const terms = [...targets].flatMap((target, row) => (target < 0 ? [] : [-log[row * classes + target]!]));
    const mean = terms.reduce((sum, term) => sum + term, 0) / terms.length;
    expect(headLoss(head, hidden, targets).loss).toBeCloseTo(mean, 13);
  });

  it('counts the rows whose most probable class is the target', () => {
    const p = softmax(headLogits(head, hidden, rows), classes);
    const best = Array.from({ length: rows }, (_, row) => {
      const one = [...p.subarray(row * classes, (row + 1) * classes)];
      return one.indexOf(Math.max(...one));
    });
    expect(headLoss(head, hidden, Int32Array.from(best)).right).toBe(rows);
    const wrong = best.map((token, row) => (row % 2 === 0 ? token : (token + 1) % classes));
    expect(headLoss(head, hidden, Int32Array.from(wrong)).right).toBe(Math.ceil(rows / 2));
  });

  it('has the gradients of its loss (numeric check), adding to what is there', () => {
    const gradients = { weights: new Float64Array(units * classes), bias: new Float64Array(classes) };
    const hiddenGradients = new Float64Array(rows * units).fill(1);
    const loss = () => headLoss(head, hidden, targets).loss;
    const found = headLossAndGradients(head, hidden, targets, gradients, hiddenGradients);
    expect(found.loss).toBeCloseTo(loss(), 13);
    expect(found.right).toBe(headLoss(head, hidden, targets).right);
    expectGradient(loss, head.weights, gradients.weights, 1e-6);
    expectGradient(loss, head.bias, gradients.bias, 1e-6);
    expectGradient(
      loss,
      hidden,
      hiddenGradients.map((x) => x - 1),
      1e-5,
    );
  });

  it('is 0 with zero gradients when no row has a target', () => {
    const gradients = { weights: new Float64Array(units * classes), bias: new Float64Array(classes) };
    const none = new Int32Array(rows).fill(NO_TARGET);
    const nothing = headLossAndGradients(head, hidden, none, gradients, new Float64Array(rows * units));
    expect(nothing).toEqual({ loss: 0, right: 0 });
    expect([...gradients.weights, ...gradients.bias].every((x) => x === 0)).toBe(true);
  });
});
